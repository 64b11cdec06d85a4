package dev.pushlab.meter.tap;

import org.eclipse.jetty.http.HttpVersion;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.HttpStream;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** Tells each connection's tap where a request begins and ends, before anything else sees it. */
final class Boundaries extends Handler.Wrapper {

    private final String contextPath;
    private final Taps taps;

    Boundaries(Handler handler, String contextPath, Taps taps) {
        super(handler);
        this.contextPath = contextPath;
        this.taps = taps;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        var connection = request.getConnectionMetaData();
        if (connection.getConnection().getEndPoint() instanceof Tapped end) {
            if (connection.getHttpVersion() == HttpVersion.HTTP_2) {
                sharedByAll(end.tap());
            } else {
                end.tap().begin(share(request));
                request.addHttpStreamWrapper(stream -> new Ending(stream, request, end.tap()));
            }
        }
        return super.handle(request, response, callback);
    }

    private Share share(Request request) {
        String path = request.getHttpURI().getCanonicalPath();
        String own = path != null && path.startsWith(contextPath) ? path.substring(contextPath.length()) : "";
        return taps.share(own, request.getHttpURI().getQuery());
    }

    /** One HTTP/2 connection carries many requests at once: whose a byte is can't be told here. */
    private void sharedByAll(Tap tap) {
        if (tap.isIdle()) {
            tap.begin(taps.nobodys());
        }
    }

    /** After the last byte of the response was written, and before the next request is read. */
    private static final class Ending extends HttpStream.Wrapper {

        private final Request request;
        private final Tap tap;

        Ending(HttpStream wrapped, Request request, Tap tap) {
            super(wrapped);
            this.request = request;
            this.tap = tap;
        }

        /** After an upgrade the request ends with the socket; so does one that failed, since the socket is closed. */
        @Override
        public void succeeded() {
            if (request.getAttribute(HttpStream.UPGRADE_CONNECTION_ATTRIBUTE) == null) {
                tap.end();
            }
            super.succeeded();
        }
    }
}
