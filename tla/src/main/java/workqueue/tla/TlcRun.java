package workqueue.tla;

import tlc2.TLC;
import tlc2.output.EC;
import util.SimpleFilenameToStream;

/** What TLC's main method does, without the end of the virtual machine. */
final class TlcRun {
    private TlcRun() {}

    /** Returns the exit code. */
    static int run(String[] arguments) {
        TLC tlc = new TLC();
        if (!tlc.handleParameters(arguments)) {
            return EC.ExitStatus.ERROR;
        }
        tlc.setResolver(new SimpleFilenameToStream());
        return EC.ExitStatus.errorConstantToExitStatus(tlc.process());
    }
}
