package dev.pushlab.meter.tap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pushlab.log.EventClock;
import dev.pushlab.log.RefusedException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.Test;

class PagesTests {

    private long now;

    private final Pages pages = new Pages(new EventClock() {
        @Override
        public long micros() {
            return now;
        }
    });

    @Test
    void aTokenCannotBeGuessed() {
        var tokens = new HashSet<String>();
        for (int i = 0; i < 500; i++) {
            tokens.add(pages.open());
        }
        assertThat(tokens).hasSize(500).allMatch(token -> token.matches("[A-Za-z0-9_-]{22}"));
    }

    @Test
    void findsThePageInAQuery() {
        String token = pages.open();
        assertThat(pages.named("page=" + token)).isNotNull();
        assertThat(pages.named("after=latest&page=" + token + "&limit=1")).isSameAs(pages.get(token));
        assertThat(pages.named("mypage=" + token)).isNull();
        assertThat(pages.named("page=" + token + "x")).isNull();
        assertThat(pages.named("page=")).isNull();
        assertThat(pages.named(null)).isNull();
    }

    @Test
    void aPageFromBeforeTheServersStartGoesOn() {
        String token = new Pages(new EventClock()).open();
        assertThatThrownBy(() -> pages.get(token)).isInstanceOf(RefusedException.class);
        var adopted = pages.named("page=" + token);
        assertThat(adopted).isNotNull().isSameAs(pages.get(token)).isSameAs(pages.named("page=" + token));
    }

    @Test
    void madeUpPagesAreBoundedToo() {
        for (int i = 0; i < 2 * Pages.MAX_PAGES; i++) {
            now++;
            pages.named("page=%022d".formatted(i));
        }
        assertThatThrownBy(() -> pages.get("%022d".formatted(Pages.MAX_PAGES - 1)))
                .isInstanceOf(RefusedException.class);
        assertThat(pages.get("%022d".formatted(Pages.MAX_PAGES))).isNotNull();
    }

    @Test
    void anIdlePageIsForgotten() {
        String idle = pages.open();
        String used = pages.open();
        now += Pages.FORGET_MICROS;
        pages.named("page=" + used);
        now += 1;
        pages.forgetIdle();
        assertThat(pages.get(used)).isNotNull();
        assertThatThrownBy(() -> pages.get(idle)).isInstanceOf(RefusedException.class);
    }

    @Test
    void aPageWithAnOpenStreamIsNotIdle() {
        String streaming = pages.open();
        var tap = new Tap(null, 1);
        pages.get(streaming).traffic("sse").enter(tap);
        now += Pages.FORGET_MICROS + 1;
        pages.forgetIdle();
        now += Pages.FORGET_MICROS;
        pages.forgetIdle();
        assertThat(pages.get(streaming)).isNotNull();
    }

    @Test
    void theOldestPagesGoFirst() {
        String oldest = pages.open();
        now++;
        String used = pages.open();
        for (int i = 0; i < Pages.MAX_PAGES - 1; i++) {
            now++;
            pages.open();
            pages.get(used);
        }
        assertThatThrownBy(() -> pages.get(oldest)).isInstanceOf(RefusedException.class);
        assertThat(pages.get(used)).isNotNull();
    }

    private Recording record(Page page, String strategy) {
        return page.record(strategy, now, new ArrayList<>(List.of(new Chunk(now, 0, 1, ByteBuffer.allocate(1)))));
    }

    @Test
    void aPageKeepsItsNewestRecordings() {
        Page page = pages.get(pages.open());
        Recording stream = record(page, "sse");
        for (int i = 0; i < 10; i++) {
            now++;
            record(page, "polling").close(now);
        }
        var polling = page.recordings().get("polling");
        assertThat(polling).hasSize(Page.MAX_ENDED_OF_STRATEGY + 1);
        assertThat(polling.get(polling.size() - 1).connection()).isEqualTo(now);
        assertThat(page.recordings().get("sse")).hasSize(1);
        for (int i = 0; i < Page.MAX_RECORDINGS; i++) {
            record(page, "stomp");
        }
        assertThat(page.recordings()).containsOnlyKeys("stomp");
        assertThat(page.recordings().get("stomp")).hasSize(Page.MAX_RECORDINGS);
        assertThat(stream.wantsToRead()).isFalse();
    }

    @Test
    void whoeverAsksWatchesForAWhile() {
        Page page = pages.get(pages.open());
        assertThat(page.isWatched()).isFalse();
        page.watch(now);
        now += 29_999_999;
        pages.forgetIdle();
        assertThat(page.isWatched()).isTrue();
        now += 1;
        pages.forgetIdle();
        assertThat(page.isWatched()).isFalse();
    }
}
