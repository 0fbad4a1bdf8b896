package dev.plumbline.collector;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.collector.fixture.FakeServer;
import dev.plumbline.collector.fixture.Tool;
import dev.plumbline.collector.terminal.Terminal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Every session in the documents ({@code console} blocks: a command behind {@code $}, then what it prints) is what the command
 * prints, on a terminal 80 wide. With {@code -Dplumbline.sessions=write} the documents are written anew instead, to be looked
 * at before they are committed.
 */
class DocumentedSessionsTest {

    private static final Path ROOT = Path.of("..");
    private static final Path RECORDED = ROOT.resolve("server/src/main/resources/demo");
    private static final Pattern SESSION =
            Pattern.compile("```console\n\\$ (?:\\./)?plumbline ([^\n]*)\n(.*?)```", Pattern.DOTALL);

    /** What a server answers that has moved two classes' benchmarks to another package. */
    private static final String PAIRS = """
            [{"from":"acme.old.Lexer.lex","to":"acme.text.Lexer.lex","params":{"size":"1000"},"mode":"avgt","threads":1},
             {"from":"acme.old.Parser.parse","to":"acme.text.Parser.parse","params":{},"mode":"thrpt","threads":4}]
            """;

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"README.md", "docs/collector.md", "docs/import.md"})
    void printsWhatTheDocumentShows(String document) throws IOException {
        prepare();
        boolean uploads = document.equals("docs/import.md");
        try (FakeServer server = uploads ? new FakeServer().then(201, FakeServer.STORED) : server()) {
            check(document, server);
        }
    }

    private void check(String document, FakeServer server) throws IOException {
        Path file = ROOT.resolve(document);
        String text = Files.readString(file);
        Matcher session = SESSION.matcher(text);
        StringBuilder written = new StringBuilder();
        int sessions = 0;
        while (session.find()) {
            sessions++;
            Tool tool = new Tool(folder)
                    .on(new Terminal(false, 80, true))
                    .with("PLUMBLINE_SERVER", server.address())
                    .with("PLUMBLINE_PROJECT", "acme")
                    .with("PLUMBLINE_TOKEN", Tool.TOKEN);
            tool.run(arguments(session.group(1)));
            String printed = tool.out() + tool.err();
            if (isWriting()) {
                int from = session.start(2) - session.start();
                String whole = session.group();
                session.appendReplacement(
                        written, Matcher.quoteReplacement(whole.substring(0, from) + printed + "```"));
            } else {
                assertThat(printed).as("plumbline " + session.group(1)).isEqualTo(session.group(2));
            }
        }
        assertThat(sessions).isPositive();
        if (isWriting()) {
            session.appendTail(written);
            Files.writeString(file, written);
        }
    }

    private static FakeServer server() throws IOException {
        return new FakeServer().then(200, """
                        {"from":"acme.old.*","to":"acme.text.*","accepted":false,"benchmarks":%s,"refused":[],"unmatched":[]}
                        """.formatted(PAIRS)).page("/api/v1/projects/acme/renames", """
                        {"offers":[{"from":"acme.json.Writer.*","to":"acme.json.Printer.*","benchmarks":%s}],
                         "renames":[{"id":1,"from":"acme.old.*","to":"acme.text.*","benchmarks":%s,
                           "acceptedAt":"2026-05-03T10:00:00Z","acceptedBy":"Ada (admin)"}]}
                        """.formatted(
                        PAIRS, PAIRS));
    }

    /** Some of the demo's recorded runs by their files' names, the first and the last of all as base and head, and the documents' examples. */
    private void prepare() throws IOException {
        for (int run = 37; run <= 42; run++) {
            String name = String.format("%04d.json.gz", run);
            Files.copy(RECORDED.resolve(name), folder.resolve(name));
        }
        Files.copy(RECORDED.resolve("0001.json.gz"), folder.resolve("base.json"));
        Files.copy(RECORDED.resolve("0064.json.gz"), folder.resolve("head.json"));
        for (String example : List.of("json-escape.csv", "data.js")) {
            Files.copy(ROOT.resolve("docs/examples").resolve(example), folder.resolve(example));
        }
    }

    /** The words of a command: single quotes hold one together, as in a shell. */
    private static String[] arguments(String command) {
        List<String> words = new ArrayList<>();
        Matcher word = Pattern.compile("'([^']*)'|(\\S+)").matcher(command);
        while (word.find()) {
            words.add(word.group(1) == null ? word.group(2) : word.group(1));
        }
        return words.toArray(String[]::new);
    }

    private static boolean isWriting() {
        return "write".equals(System.getProperty("plumbline.sessions"));
    }
}
