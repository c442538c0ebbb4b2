package workqueue.properties.states;

import java.util.Map;
import workqueue.properties.stateful.Patience;

/** A stage on which whatever an operation sets off has come about before anybody looks, though nobody expects it. */
record Settled(Stage stage) implements Stage {
    @Override
    public void call(String operation) {
        Patience.rest();
        stage.call(operation);
        Patience.rest();
    }

    @Override
    public String answer() {
        return stage.answer();
    }

    @Override
    public Map<String, Object> visible() {
        return stage.visible();
    }

    @Override
    public void stop() {
        stage.stop();
    }

    @Override
    public void close() {
        stage.close();
    }
}
