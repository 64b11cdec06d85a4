package dev.pushlab.bench.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Nobody passes before there is room. */
class DoorwayTests {

    @Test
    void whoFindsNoRoomEntersInTurnWhenOthersLeave() {
        var doorway = new Doorway(2);
        List<Integer> inside = new ArrayList<>();
        for (int i = 1; i <= 5; i++) {
            int number = i;
            doorway.enter(() -> inside.add(number));
        }
        assertThat(inside).containsExactly(1, 2);
        doorway.leave();
        assertThat(inside).containsExactly(1, 2, 3);
        doorway.leave();
        doorway.leave();
        doorway.leave();
        doorway.leave();
        assertThat(inside).containsExactly(1, 2, 3, 4, 5);
        doorway.enter(() -> inside.add(6));
        assertThat(inside).endsWith(6);
    }
}
