package workqueue.testing;

import static org.junit.jupiter.api.Assertions.fail;

import org.junit.jupiter.api.Test;

/** What {@link RepeatTest} repeats; no build plays it otherwise. */
final class SampleOfRepeat {
    private SampleOfRepeat() {}

    static class Good {
        @Test
        void passes() {}
    }

    static class Bad {
        @Test
        void fails() {
            fail("on purpose");
        }

        @Test
        void passes() {}
    }
}
