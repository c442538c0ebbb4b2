package workqueue.fuzz;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import workqueue.spec.history.Certificate;
import workqueue.spec.history.CertificateReader;
import workqueue.spec.history.CertificateWriter;
import workqueue.spec.history.HistoryException;

/** The reader of certificates: any bytes are a certificate, which can be written and is read again, or refused. */
public final class CertificateFuzz {
    private CertificateFuzz() {}

    /** What the fuzzer calls, with whatever it makes up. */
    public static void fuzzerTestOneInput(byte[] file) throws IOException {
        Certificate certificate;
        try {
            certificate = read(file);
        } catch (HistoryException e) {
            Refusal.check(e, "(line \\d+: |the file is ).+");
            return;
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        CertificateWriter.write(certificate, out);
        try {
            if (!read(out.toByteArray()).equals(certificate)) {
                throw new AssertionError("what was written is not what was read");
            }
        } catch (HistoryException e) {
            throw new AssertionError("what was read cannot be written", e);
        }
    }

    private static Certificate read(byte[] file) throws IOException, HistoryException {
        return CertificateReader.read(new ByteArrayInputStream(file));
    }
}
