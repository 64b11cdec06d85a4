package dev.pushlab.dashboard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.pushlab.meter.tap.Kernel;
import dev.pushlab.meter.tap.Pages;
import dev.pushlab.meter.tap.Taps;
import dev.pushlab.meter.tap.Traffic;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The bytes that the cards show, held against the kernel's own count of the page's sockets. */
class DashboardBytesTests extends BrowserTests {

    @Autowired
    Taps taps;

    @Autowired
    Pages pages;

    /** What went through the sockets that are open: by the kernel, and by the cards with all that is no strategy's. */
    private record Count(Kernel kernel, long in, long out) {}

    @Test
    void theCardsShowWhatTheKernelCounted() {
        workload("{\"kind\":\"generator\",\"rate\":100,\"size\":100}");
        open("/?interval=500");
        switchOn(others);
        awaitTwentyMore();
        var before = quietCount();

        workload("{\"kind\":\"generator\",\"rate\":100,\"size\":100}");
        toggle("polling").click();
        awaitTwentyMore();
        var after = quietCount();

        assertThat(after.kernel().sockets())
                .as("no socket came or went")
                .isEqualTo(before.kernel().sockets());
        assertThat(after.in() - before.in())
                .isPositive()
                .isEqualTo(after.kernel().in() - before.kernel().in());
        assertThat(after.out() - before.out())
                .isGreaterThan(20L * 100 * all().size())
                .isEqualTo(after.kernel().out() - before.kernel().out());
    }

    private void awaitTwentyMore() {
        all().forEach(id -> awaitReceived(id, count(id, "received") + 20));
    }

    /** Nothing is published or polled any more: all that still moves is the page's asking for figures. */
    private Count quietCount() {
        send("DELETE", "/api/workload", "");
        toggle("polling").click();
        var page = find("body").getDomAttribute("data-page");
        var count = new AtomicReference<Count>();
        await().until(() -> {
            var kernel = Kernel.of(port);
            var shown = shown();
            var others = taps.other().sum();
            var counted =
                    all().stream().map(id -> pages.get(page).traffic(id).sum()).toList();
            count.set(new Count(kernel, shown.get(0) + others.in(), shown.get(1) + others.out()));
            var isShown = shown.equals(List.of(
                    counted.stream().mapToLong(Traffic.Sum::in).sum(),
                    counted.stream().mapToLong(Traffic.Sum::out).sum()));
            return isShown && kernel.equals(Kernel.of(port));
        });
        return count.get();
    }

    /** The bytes up and down of all cards together. */
    @SuppressWarnings("unchecked")
    private List<Long> shown() {
        return (List<Long>) browser.executeScript("""
                return ['up', 'down'].map((field) => [...document.querySelectorAll(`[data-strategy] [data-field=${field}]`)]
                    .reduce((sum, { title }) => sum + Number(title.replace(/[^0-9]/g, '')), 0));""");
    }

    private List<String> all() {
        return Stream.of(core, others).flatMap(Collection::stream).toList();
    }
}
