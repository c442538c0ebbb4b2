package workqueue.spec.history;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Reads {@code workqueue-certificate/1}, plain or gzip. Files are not trusted, as histories are not. */
public final class CertificateReader {
    private CertificateReader() {}

    /**
     * Reads a whole file.
     *
     * @throws HistoryException if the file is not a certificate, or not all of one
     * @throws IOException if it cannot be read
     */
    public static Certificate read(Path file) throws HistoryException, IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return read(in);
        }
    }

    /** Reads a whole stream; see {@link #read(Path)}. */
    public static Certificate read(InputStream in) throws HistoryException, IOException {
        return Lines.read(in, Certificate.FORMAT, lines -> {
            CertificateParser first = new CertificateParser(lines);
            Certificate header = first.certificate();
            long announced = first.steps();
            List<Certificate.Step> steps = new ArrayList<>();
            while (lines.next()) {
                steps.add(new CertificateParser(lines).step());
            }
            HistoryException.unlessEqual("steps", announced, steps.size());
            return header.with(steps);
        });
    }
}
