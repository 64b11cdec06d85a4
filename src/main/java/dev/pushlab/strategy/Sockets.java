package dev.pushlab.strategy;

import jakarta.servlet.http.HttpServletRequest;
import org.eclipse.jetty.ee11.servlet.ServletContextRequest;

/** What the Servlet API has no word for; the one place here that knows which container it runs in. */
public final class Sockets {

    private Sockets() {}

    /** A task that cuts a request's connection without a word, as a failing network would. */
    public static Runnable cut(HttpServletRequest request) {
        var endPoint = ServletContextRequest.getServletContextRequest(request)
                .getConnectionMetaData()
                .getConnection()
                .getEndPoint();
        return endPoint::close;
    }
}
