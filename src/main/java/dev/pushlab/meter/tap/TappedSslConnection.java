package dev.pushlab.meter.tap;

import java.io.IOException;
import java.nio.ByteBuffer;
import javax.net.ssl.SSLEngine;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.io.ssl.SslConnection;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.SslConnectionFactory;

/** A connection with TLS: what is counted is what stands in the clear above it. */
final class TappedSslConnection extends SslConnection {

    private final Taps taps;
    private final Tap tap;

    private TappedSslConnection(Factory factory, Connector connector, EndPoint socket, SSLEngine engine) {
        super(
                connector.getByteBufferPool(),
                connector.getExecutor(),
                factory.getSslContextFactory(),
                socket,
                engine,
                factory.isDirectBuffersForEncryption(),
                factory.isDirectBuffersForDecryption());
        this.taps = factory.taps;
        this.tap = taps.create();
    }

    @Override
    protected SslEndPoint newSslEndPoint() {
        return new Clear();
    }

    @Override
    public void onOpen() {
        taps.opened(tap);
        super.onOpen();
    }

    @Override
    public void onClose(Throwable cause) {
        super.onClose(cause);
        taps.closed(tap);
    }

    /** What HTTP reads from and writes to. */
    private final class Clear extends SslEndPoint implements Tapped {

        @Override
        public Tap tap() {
            return tap;
        }

        @Override
        public int fill(ByteBuffer buffer) throws IOException {
            return tap.filled(buffer, super.fill(buffer));
        }

        @Override
        public boolean flush(ByteBuffer... buffers) throws IOException {
            return tap.flush(super::flush, buffers);
        }
    }

    /** Makes such connections, with the settings of another factory. */
    static final class Factory extends SslConnectionFactory {

        private final Taps taps;

        Factory(SslConnectionFactory like, Taps taps) {
            super(like.getSslContextFactory(), like.getNextProtocol());
            setDirectBuffersForEncryption(like.isDirectBuffersForEncryption());
            setDirectBuffersForDecryption(like.isDirectBuffersForDecryption());
            setEnsureSecureRequestCustomizer(like.isEnsureSecureRequestCustomizer());
            this.taps = taps;
        }

        @Override
        protected SslConnection newSslConnection(Connector connector, EndPoint endPoint, SSLEngine engine) {
            return new TappedSslConnection(this, connector, endPoint, engine);
        }
    }
}
