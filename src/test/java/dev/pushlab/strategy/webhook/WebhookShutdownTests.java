package dev.pushlab.strategy.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.pushlab.PushLabApplication;
import dev.pushlab.log.EventLog;
import dev.pushlab.log.EventLogs;
import dev.pushlab.log.Publication;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.GenericApplicationListener;
import org.springframework.core.ResolvableType;

class WebhookShutdownTests {

    /** Half of what an attempt may take, so nobody has waited for the end of one. */
    private static final Duration SOON = Duration.ofSeconds(5);

    private final CountDownLatch release = new CountDownLatch(1);
    private ConfigurableApplicationContext server;
    private EventLog log;
    private Hook hook;

    @BeforeEach
    void start() throws Exception {
        server = new SpringApplicationBuilder(PushLabApplication.class)
                .run("--server.port=0", "--pushlab.workload.enabled=false");
        log = server.getBean(EventLogs.class).topic(null);
        hook = new Hook();
    }

    @AfterEach
    void stop() {
        release.countDown();
        hook.close();
        server.close();
    }

    private void register() {
        server.getBean(Webhooks.class).register(null, hook.url(), "latest");
    }

    private void append(int count) {
        for (int i = 0; i < count; i++) {
            log.append(new Publication("test", "1"), i);
        }
    }

    private Duration close() {
        long begun = System.nanoTime();
        server.close();
        return Duration.ofNanos(System.nanoTime() - begun);
    }

    private void hold() {
        try {
            release.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void whoWaitsOrPausesEndsAtOnce() {
        hook.then(Hook.status(500), Hook.status(204));
        register();
        register();
        append(1);
        await().until(() -> hook.requests.size() == 2);
        await().until(() -> server.getBean(Webhooks.class).list().stream()
                .noneMatch(status -> status.state().equals("delivering")));
        assertThat(close()).isLessThan(SOON);
        assertThat(hook.requests).hasSize(2);
    }

    @Test
    void anAttemptUnderWayMayEndAndIsTheLast() {
        hook.then(exchange -> {
            hold();
            Hook.status(204).to(exchange);
        });
        register();
        append(3);
        await().until(() -> hook.requests.size() == 1);
        var webhooks = server.getBean(Webhooks.class);
        server.addApplicationListener(new GenericApplicationListener() {
            @Override
            public boolean supportsEventType(ResolvableType type) {
                return type.isAssignableFrom(ContextClosedEvent.class);
            }

            @Override
            public void onApplicationEvent(org.springframework.context.ApplicationEvent event) {
                release.countDown();
            }

            @Override
            public int getOrder() {
                return HIGHEST_PRECEDENCE + 1;
            }
        });
        assertThat(close()).isLessThan(SOON);
        assertThat(hook.requests).hasSize(1);
        assertThat(webhooks.list()).isEmpty();
    }

    @Test
    void anAttemptThatIsNotAnsweredIsCut() {
        hook.then(exchange -> hold());
        register();
        append(1);
        await().until(() -> hook.requests.size() == 1);
        assertThat(close()).isLessThan(SOON);
    }
}
