/**
 * Every strategy as tutorials show it, beside ours in a comparison: tells what the strategy costs from what its
 * implementation costs.
 *
 * <p>Code and defaults are those that most people begin with: a map of emitters and one send loop, a map of deferred
 * results, the simple broker, Jackson for each client, the thread pools and buffers that Spring Boot sets up. The one
 * exception is the servlet container, which is Jetty as everywhere here; there is no Tomcat on the class path, and with
 * another container one would compare containers.
 *
 * <p>What the bench's clients can't do without is there as well: the paths, {@code ready}, dense offsets, the link to
 * what comes next. Everything else isn't: there is one topic, {@code events}, and no resuming of streams, no gaps, no
 * heartbeats, no bounds. With its defaults the simple broker may also reorder the events of one client.
 */
package dev.pushlab.bench.baseline;
