package workqueue.fuzz;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import workqueue.tla.Models;

/** The reader of the models' manifest: any bytes are a manifest, or refused. */
public final class ManifestFuzz {
    private ManifestFuzz() {}

    /** What the fuzzer calls, with whatever it makes up. */
    public static void fuzzerTestOneInput(byte[] file) throws IOException {
        try {
            Models.read(new ByteArrayInputStream(file));
        } catch (IllegalArgumentException e) {
            Refusal.check(e, "(models\\.json[,:] |two models are called ).+");
        }
    }
}
