package dev.pushlab.system;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.ServerConnector;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.info.BuildProperties;
import org.springframework.boot.jetty.servlet.JettyServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.server.servlet.context.ServletWebServerInitializedEvent;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.TaskScheduler;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.concurrent.ThreadPoolTaskScheduler;
import org.springframework.validation.Validator;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** The web server and the housekeeping around everything else. */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
class SystemConfiguration implements WebMvcConfigurer {

    private static final Logger logger = LoggerFactory.getLogger(SystemConfiguration.class);

    /** Clients that come back all at once must not be left to the kernel's retries, which take up to a minute. */
    private static final int ACCEPT_QUEUE = 4_096;

    @Bean
    WebServerFactoryCustomizer<JettyServletWebServerFactory> jetty() {
        return factory -> factory.addServerCustomizers(server -> {
            server.setErrorHandler(new ProblemErrorHandler());
            for (Connector connector : server.getConnectors()) {
                if (connector instanceof ServerConnector socket) {
                    socket.setAcceptQueueSize(ACCEPT_QUEUE);
                }
                // The cache of header fields takes 100 KB a connection from its second request on.
                connector.getConnectionFactories().stream()
                        .filter(HttpConfiguration.ConnectionFactory.class::isInstance)
                        .map(HttpConfiguration.ConnectionFactory.class::cast)
                        .forEach(http -> http.getHttpConfiguration().setHeaderCacheSize(0));
            }
        });
    }

    @Bean
    OpenAPI openApi(ObjectProvider<BuildProperties> build) {
        BuildProperties known = build.getIfAvailable();
        return new OpenAPI()
                .info(new Info()
                        .title("Push Lab")
                        .version(known == null ? "unknown" : known.getVersion())
                        .description("One event log, every way out of it. The streams (SSE, NDJSON, WebSocket, STOMP)"
                                + " are described in the README: OpenAPI has no words for them."));
    }

    /** Nothing here is validated by annotations; springdoc's validator would take its time to start for nothing. */
    @Override
    public Validator getValidator() {
        return Validator.forInstanceOf(Void.class, (target, errors) -> {});
    }

    /** Named so that it serves {@code @Scheduled}: there are other schedulers. */
    @Bean
    TaskScheduler taskScheduler() {
        var scheduler = new ThreadPoolTaskScheduler();
        scheduler.setDaemon(true);
        scheduler.setThreadNamePrefix("housekeeping-");
        return scheduler;
    }

    @EventListener
    void sayWhere(ServletWebServerInitializedEvent event) {
        logger.info("The page is at http://localhost:{}/", event.getWebServer().getPort());
    }
}
