package dev.pushlab.strategy.webhook;

import java.io.IOException;
import java.net.URI;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.eclipse.jetty.client.BytesRequestContent;
import org.eclipse.jetty.client.HttpClient;
import org.eclipse.jetty.client.ProxyAuthenticationProtocolHandler;
import org.eclipse.jetty.client.RedirectProtocolHandler;
import org.eclipse.jetty.client.Request;
import org.eclipse.jetty.client.Response;
import org.eclipse.jetty.client.WWWAuthenticationProtocolHandler;
import org.eclipse.jetty.http.HttpCookieStore;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.stereotype.Component;

/** Posts to receivers without waiting for them, and without following where they point. */
@Component
class Poster implements InitializingBean, DisposableBean {

    /** Of a response only the head matters; a connection whose response is longer is not worth keeping. */
    private static final int MAX_RESPONSE_BYTES = 64 * 1024;

    /** Below what servers commonly allow, so that a connection is not closed there while it is used here. */
    private static final long IDLE_MS = TimeUnit.SECONDS.toMillis(4);

    private static final long STOP_MS = 500;
    private static final int MAX_THREADS = 32;

    private final HttpClient http = new HttpClient();
    private final long timeoutMs;

    Poster(WebhookProperties properties, AllowList allowList, HostLookup lookup) {
        timeoutMs = properties.timeout().toMillis();
        var threads = new QueuedThreadPool(MAX_THREADS, 1);
        http.setName("webhook");
        threads.setName("webhook");
        threads.setDaemon(true);
        threads.setStopTimeout(STOP_MS);
        http.setExecutor(threads);
        http.getClientConnector().setSelectors(1);
        http.setSocketAddressResolver(new CheckedResolver(threads, lookup, allowList));
        http.setMaxConnectionsPerDestination(properties.webhooks());
        http.setConnectTimeout(timeoutMs);
        http.setIdleTimeout(IDLE_MS);
        http.setDestinationIdleTimeout(TimeUnit.MINUTES.toMillis(1));
        http.setFollowRedirects(false);
        http.setHttpCookieStore(new HttpCookieStore.Empty());
        http.setUserAgentField(new HttpField(HttpHeader.USER_AGENT, "push-lab"));
    }

    @Override
    public void afterPropertiesSet() throws Exception {
        http.start();
        http.getProtocolHandlers().remove(RedirectProtocolHandler.NAME);
        http.getProtocolHandlers().remove(WWWAuthenticationProtocolHandler.NAME);
        http.getProtocolHandlers().remove(ProxyAuthenticationProtocolHandler.NAME);
        http.getContentDecoderFactories().clear();
    }

    /** A request that is not sent yet; its {@link Request#abort} works at any time. */
    Request prepare(URI url, Map<String, String> headers, byte[] json) {
        return http.POST(url)
                .headers(fields -> headers.forEach(fields::put))
                .body(new BytesRequestContent("application/json", json))
                .idleTimeout(timeoutMs, TimeUnit.MILLISECONDS)
                .timeout(timeoutMs, TimeUnit.MILLISECONDS);
    }

    /**
     * Sends a prepared request.
     *
     * @param done gets the answer, once, on any thread
     */
    void send(Request request, Consumer<Answer> done) {
        var head = new AtomicReference<Answer>();
        var bytes = new AtomicLong();
        request.onResponseHeaders(response -> head.set(answer(response)));
        request.onResponseContent((response, content) -> {
            if (bytes.addAndGet(content.remaining()) > MAX_RESPONSE_BYTES) {
                response.abort(new IOException("The response is too long"));
            }
        });
        request.send(result -> {
            // Whatever happens after the head: the receiver has said what it thinks of the event.
            Answer answer = head.get();
            done.accept(answer != null ? answer : Answer.failure(result.getFailure()));
        });
    }

    private static Answer answer(Response response) {
        return new Answer(response.getStatus(), response.getHeaders().get(HttpHeader.RETRY_AFTER), null);
    }

    @Override
    public void destroy() throws Exception {
        http.stop();
    }
}
