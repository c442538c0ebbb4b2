package workqueue.properties.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

@Command(name = "model", mixinStandardHelpOptions = true, description = "Model-checks the TLA+ modules with TLC.")
final class ModelCommand implements Callable<Integer> {
    @Override
    public Integer call() {
        return 0;
    }
}
