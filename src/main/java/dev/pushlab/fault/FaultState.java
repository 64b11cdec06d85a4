package dev.pushlab.fault;

import java.util.List;

/**
 * The faulty network, as a client is told of it.
 *
 * @param port where it listens; {@code null} if there is none
 * @param enabled whether anything gets through
 * @param preset {@code null} if it is nobody's preset
 * @param remainingMs how long it takes until the network is good again by itself; {@code null} if it stays as it is
 */
record FaultState(Integer port, boolean enabled, String preset, Long remainingMs, List<Toxic> toxics) {}
