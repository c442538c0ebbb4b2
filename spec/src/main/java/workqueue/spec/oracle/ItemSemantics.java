package workqueue.spec.oracle;

import java.util.Map;
import workqueue.spec.history.Event;
import workqueue.spec.history.History;

/**
 * What a recording means whose items share only what forbids and never demands: the order of the queue, its workers, a
 * lock. So the events of each item alone must conform if the whole does.
 *
 * @param <S> the specification's states
 */
interface ItemSemantics<S> extends Semantics<S> {
    @Override
    default Map<Long, History> projections(History history) {
        return history.split(Event::item);
    }
}
