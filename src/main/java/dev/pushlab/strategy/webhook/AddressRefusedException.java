package dev.pushlab.strategy.webhook;

import java.io.IOException;

/** Says that a host has no address that may be connected to. */
final class AddressRefusedException extends IOException {

    AddressRefusedException(String host) {
        super(host + " has no address that is allowed");
    }
}
