package workqueue.properties.report;

import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/** A Chromium without a window, driven by its own protocol (Chrome DevTools) as far as these tests need. */
final class Browser implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final JsonFactory JSON = new JsonFactory();

    private final Process process;
    private final WebSocket socket;
    private final BlockingQueue<String> received = new LinkedBlockingQueue<>();
    private final List<String> events = new ArrayList<>();
    private int sent;

    private Browser(Process process, int port) throws IOException, InterruptedException {
        this.process = process;
        HttpClient client = HttpClient.newHttpClient();
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/json/new?about:blank"))
                .PUT(HttpRequest.BodyPublishers.noBody())
                .build();
        String page = client.send(request, HttpResponse.BodyHandlers.ofString()).body();
        socket = client.newWebSocketBuilder()
                .buildAsync(URI.create(text(page, "webSocketDebuggerUrl")), new Receiver())
                .join();
        List.of("Page", "Runtime", "Network", "Log").forEach(domain -> send(domain + ".enable", "{}"));
    }

    /** The browser of this machine: what {@code -Dbrowser=PATH} says, or the first that is found. */
    static Optional<Path> find() {
        if (System.getProperty("browser") != null) {
            return Optional.of(Path.of(System.getProperty("browser")));
        }
        return Stream.of("chromium", "chromium-browser", "google-chrome", "chrome")
                .flatMap(name -> Stream.of(System.getenv("PATH").split(File.pathSeparator))
                        .map(folder -> Path.of(folder, name)))
                .filter(Files::isExecutable)
                .findFirst();
    }

    /** Starts a browser with a profile of its own, which knows nothing and calls nobody. */
    static Browser start(Path executable, Path profile) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        executable.toString(),
                        "--headless",
                        "--no-sandbox", // it opens only pages of these tests, and a build may be root
                        "--disable-gpu",
                        "--disable-quic",
                        "--disable-sync",
                        "--disable-background-networking",
                        "--disable-component-update",
                        "--no-first-run",
                        "--hide-scrollbars",
                        "--remote-debugging-port=0",
                        "--user-data-dir=" + profile)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        try {
            return new Browser(process, port(profile.resolve("DevToolsActivePort")));
        } catch (IOException | RuntimeException e) {
            process.destroyForcibly();
            throw e;
        }
    }

    private static int port(Path file) throws IOException, InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < end) {
            if (Files.exists(file) && Files.readAllLines(file).size() > 1) { // else it may be half written
                return Integer.parseInt(Files.readAllLines(file).get(0));
            }
            Thread.sleep(50);
        }
        throw new IOException("the browser did not start in " + PATIENCE);
    }

    /** Opens a page and waits until it is ready. */
    void open(String address) throws InterruptedException {
        events.clear();
        send("Page.navigate", "{\"url\":\"about:blank\"}");
        await("location.href === 'about:blank'");
        send("Page.navigate", "{\"url\":" + quoted(address) + "}");
        await("location.href.startsWith('file:') && document.readyState === 'complete'");
    }

    private void await(String condition) throws InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!evaluate(condition).equals("true")) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException("not in time: " + condition);
            }
            Thread.sleep(20);
        }
    }

    /** The value of an expression, as text. */
    String evaluate(String expression) {
        String answer = send("Runtime.evaluate", "{\"expression\":" + quoted("String(" + expression + ")") + "}");
        return text(answer, "value");
    }

    /** Presses a key that has no character. */
    void press(String key, int code) {
        for (String type : List.of("rawKeyDown", "keyUp")) {
            send(
                    "Input.dispatchKeyEvent",
                    "{\"type\":\"%1$s\",\"key\":\"%2$s\",\"code\":\"%2$s\",\"windowsVirtualKeyCode\":%3$d}"
                            .formatted(type, key, code));
        }
    }

    /** What the page shows, as PNG. */
    byte[] screenshot(int width, int height) {
        send(
                "Emulation.setDeviceMetricsOverride",
                "{\"width\":%d,\"height\":%d,\"deviceScaleFactor\":1,\"mobile\":false}".formatted(width, height));
        return Base64.getDecoder().decode(text(send("Page.captureScreenshot", "{}"), "data"));
    }

    /** What happened since the page was opened, in the words of the protocol. */
    List<String> events() {
        evaluate("0"); // what came before the answer has come
        return List.copyOf(events);
    }

    /** Calls the protocol and returns its answer. */
    String send(String method, String parameters) {
        int id = ++sent;
        socket.sendText("{\"id\":%d,\"method\":\"%s\",\"params\":%s}".formatted(id, method, parameters), true)
                .join();
        try {
            while (true) {
                String message = received.poll(PATIENCE.toSeconds(), TimeUnit.SECONDS);
                if (message == null) {
                    throw new IllegalStateException("no answer to " + method);
                }
                if (message.startsWith("{\"id\":" + id + ",")) {
                    return message;
                }
                events.add(message);
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        socket.abort();
        List<ProcessHandle> all = Stream.concat(process.descendants(), Stream.of(process.toHandle()))
                .toList(); // the children write to the profile, too, and may outlive their parent
        process.destroy();
        all.forEach(Browser::awaitEnd);
    }

    private static void awaitEnd(ProcessHandle one) {
        one.onExit().completeOnTimeout(one, 60, TimeUnit.SECONDS).join();
        one.destroyForcibly();
        one.onExit().completeOnTimeout(one, 60, TimeUnit.SECONDS).join();
    }

    private static String quoted(String text) {
        return "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
    }

    /** The first text of that name anywhere in some JSON. */
    private static String text(String json, String name) {
        try (JsonParser parser = JSON.createParser(ObjectReadContext.empty(), json)) {
            while (parser.nextToken() != null) {
                if (parser.currentToken() == JsonToken.VALUE_STRING && name.equals(parser.currentName())) {
                    return parser.getString();
                }
            }
        }
        throw new IllegalStateException("no " + name + " in " + json);
    }

    private final class Receiver implements WebSocket.Listener {
        private final StringBuilder message = new StringBuilder();

        @Override
        public CompletionStage<?> onText(WebSocket from, CharSequence part, boolean isLast) {
            message.append(part);
            if (isLast) {
                received.add(message.toString());
                message.setLength(0);
            }
            from.request(1);
            return null;
        }
    }
}
