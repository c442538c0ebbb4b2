package workqueue.spec.oracle.queue;

import static workqueue.spec.oracle.queue.Calls.NEVER;

/**
 * Between which events nothing need be pending: where no stay has surely begun and surely not ended. A call that found
 * nothing pending has its moment in such a gap.
 */
final class Free {
    private Free() {}

    /** For each gap the last one up to it that is free, or -1; the gap before an event has the event's number. */
    static int[] last(Calls calls, Stays stays) {
        int[] surely = new int[calls.length() + 2];
        for (int stay = 0; stay < stays.count; stay++) {
            if (stays.beginsTo[stay] != NEVER && stays.beginsTo[stay] < stays.endsFrom[stay]) {
                surely[stays.beginsTo[stay] + 1]++;
                surely[Math.min(stays.endsFrom[stay], calls.length()) + 1]--;
            }
        }
        int[] last = new int[calls.length() + 1];
        int now = 0;
        int free = -1;
        for (int gap = 0; gap <= calls.length(); gap++) {
            now += surely[gap];
            free = now == 0 ? gap : free;
            last[gap] = free;
        }
        return last;
    }
}
