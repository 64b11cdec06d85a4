package dev.pushlab.meter.tap;

/** An end point whose bytes are counted. */
interface Tapped {

    Tap tap();
}
