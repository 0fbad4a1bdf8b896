package dev.plumbline.collector;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.collector.fixture.Tool;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.nodes.Tag;

/**
 * What is given to CI systems holds: documents parse, shell parts are shell, and every collector command in them is one that the
 * collector takes. The end-to-end test runs the GitHub action's and GitLab's parts as they are.
 */
class CiTemplatesTest {

    private static final Path ROOT = Path.of("..");
    private static final Pattern EXPRESSION = Pattern.compile("\\$\\{\\{\\s*(.*?)\\s*}}");
    private static final Pattern INPUT = Pattern.compile("inputs\\.([a-z-]+)");
    private static final Pattern COLLECTOR = Pattern.compile(
            "(?:-jar (?:target/|\"\\$RUNNER_TEMP/)?plumbline\\.jar\"?|\\./plumbline) ([a-z]+[^;\n<']*)");

    @TempDir
    private Path folder;

    @Test
    void theActionsInputsAreDeclaredAndUsed() throws IOException {
        Map<String, Object> action = yaml(Files.readString(Path.of("action.yml")));

        TreeSet<String> used = new TreeSet<>();
        INPUT.matcher(Files.readString(Path.of("action.yml")))
                .results()
                .map(match -> match.group(1))
                .forEach(used::add);

        assertThat(map(action, "inputs").keySet()).containsExactlyInAnyOrderElementsOf(used);
        map(action, "inputs").values().forEach(input -> assertThat(map(input)).containsKey("description"));
    }

    @Test
    void theActionsScriptsAreShellAndTakeInputsFromTheEnvironmentOnly() throws IOException, InterruptedException {
        for (Map<String, Object> step : steps()) {
            String script = String.valueOf(step.get("run"));
            assertThat(EXPRESSION.matcher(script).find())
                    .as("an expression inside a script lets a branch's name run commands: " + script)
                    .isFalse();
            assertThat(step).containsEntry("shell", "bash");
            assertThat(shellErrors("bash", script)).isEmpty();
        }
    }

    @Test
    void gitLabsScriptIsShell() throws IOException, InterruptedException {
        Map<String, Object> template = yaml(Files.readString(Path.of("gitlab-ci.yml")));

        assertThat(template).containsOnlyKeys(".plumbline", ".plumbline-upload");
        List<?> script =
                (List<?>) requireNonNull(map(template, ".plumbline-upload").get("script"));
        for (Object line : script) {
            assertThat(shellErrors("sh", line.toString())).isEmpty();
        }
        assertThat(map(map(template, ".plumbline"), "id_tokens")).containsOnlyKeys("PLUMBLINE_ID_TOKEN");
    }

    @Test
    void everyCommandOfTheCollectorIsOneThatItTakes() throws IOException {
        List<String> commands = new ArrayList<>();
        for (String text : List.of(
                Files.readString(Path.of("action.yml")),
                Files.readString(Path.of("gitlab-ci.yml")),
                String.join("\n", blocks("yaml")),
                String.join("\n", blocks("groovy")),
                String.join("\n", blocks("xml")))) {
            COLLECTOR.matcher(text).results().map(match -> match.group(1)).forEach(commands::add);
        }
        for (String kotlin : blocks("kotlin")) {
            Matcher command = Pattern.compile("\"plumbline\\.jar\", ([^)]*)\\)").matcher(kotlin);
            assertThat(command.find()).isTrue();
            commands.add(command.group(1).replace("\"", "").replace(",", ""));
        }

        assertThat(commands).hasSizeGreaterThanOrEqualTo(10);
        for (String command : commands) {
            List<String> words = new ArrayList<>(Arrays.stream(command.strip().split("\\s+"))
                    .map(word -> word.replace("\"", ""))
                    .toList());
            words.add("--help");
            Tool tool = new Tool(folder);
            assertThat(tool.run(words.toArray(String[]::new)))
                    .as(command + ": " + tool.err())
                    .isZero();
        }
    }

    @Test
    void theReadmesWorkflowUsesTheActionAsItIs() throws IOException {
        Map<String, Object> inputs = map(yaml(Files.readString(Path.of("action.yml"))), "inputs");
        String workflow = blocks("yaml").stream()
                .filter(block -> block.contains("uses: plumbline-dev"))
                .findFirst()
                .orElseThrow();

        Map<String, Object> job = map(map(yaml(workflow), "jobs"), "benchmarks");
        Map<String, Object> step = list(job, "steps").stream()
                .filter(each -> String.valueOf(each.get("uses")).startsWith("plumbline-dev/plumbline/collector@"))
                .findFirst()
                .orElseThrow();

        assertThat(inputs.keySet()).containsAll(map(step, "with").keySet());
        inputs.forEach((name, input) -> {
            if (Boolean.TRUE.equals(map(input).get("required"))) {
                assertThat(map(step, "with")).containsKey(name);
            }
        });
    }

    @Test
    void theReadmesGitLabJobRefersToTheTemplate() throws IOException {
        String pipeline = blocks("yaml").stream()
                .filter(block -> block.contains("gitlab-ci.yml"))
                .reduce((first, second) -> second)
                .orElseThrow();

        Map<String, Object> job = map(yaml(pipeline), "benchmarks");

        assertThat(job).containsEntry("extends", ".plumbline");
        assertThat(String.valueOf(job.get("script"))).contains(".plumbline-upload");
    }

    @Test
    void theReadmesMavenProfileIsWellFormed() throws Exception {
        String profile = blocks("xml").get(0);

        var document = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(profile.getBytes(StandardCharsets.UTF_8)));

        assertThat(document.getElementsByTagName("execution").getLength()).isEqualTo(3);
    }

    private static List<Map<String, Object>> steps() throws IOException {
        return list(map(yaml(Files.readString(Path.of("action.yml"))), "runs"), "steps");
    }

    /** The README's code blocks of a language. */
    private static List<String> blocks(String language) throws IOException {
        return Pattern.compile("```" + language + "\n(.*?)```", Pattern.DOTALL)
                .matcher(Files.readString(ROOT.resolve("README.md")))
                .results()
                .map((MatchResult match) -> match.group(1))
                .toList();
    }

    /** What a shell says against a script without running it. */
    private static String shellErrors(String shell, String script) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(shell, "-n", "-c", script)
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return process.waitFor() == 0 ? said : "exit " + process.exitValue() + ": " + said;
    }

    private static Map<String, Object> yaml(String text) {
        return map(new Yaml(new References(new LoaderOptions())).load(text));
    }

    /** GitLab's {@code !reference} is a list like another. */
    private static final class References extends SafeConstructor {
        References(LoaderOptions options) {
            super(options);
            yamlConstructors.put(new Tag("!reference"), new ConstructYamlSeq());
        }
    }

    private static List<Map<String, Object>> list(Map<String, Object> parent, String key) {
        return ((List<?>) requireNonNull(parent.get(key), key))
                .stream().map(CiTemplatesTest::map).toList();
    }

    private static Map<String, Object> map(Map<String, Object> parent, String key) {
        return map(requireNonNull(parent.get(key), key));
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> map(Object value) {
        return (Map<String, Object>) value;
    }
}
