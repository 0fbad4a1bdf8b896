package dev.plumbline.collector.endtoend;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.plumbline.collector.git.Git;
import dev.plumbline.forge.ForgeKind;
import dev.plumbline.forge.fake.FakeForge;
import dev.plumbline.forge.fake.FakeRepository;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** The scripts of the CI templates, run as a runner runs them, against the packaged server and a fake forge. */
class CiTemplatesIT {

    private static final Path DEMO = Path.of("..", "server", "src", "main", "resources", "demo");
    private static final Pattern EXPRESSION = Pattern.compile("\\$\\{\\{\\s*(.*?)\\s*}}");
    private static final Pattern JENKINS = Pattern.compile("sh '([^']*plumbline\\.jar[^']*)'");
    private static final int REQUEST = 12;

    @TempDir
    private Path folder;

    private final FakeForge forge = FakeForge.start();
    private final FakeRepository repository = forge.repository("acme/words");
    private @Nullable RunningServer server;
    private Path checkout = Path.of("");
    private String head = "";

    @BeforeEach
    void measured() throws Exception {
        assumeTrue(
                RunningServer.isBuilt(),
                "server/target/plumbline-server.jar is not built: run mvn verify for all modules");
        RunningServer started = RunningServer.start(folder.resolve("data"), Map.of());
        server = started;
        started.ask("POST", "/api/v1/projects", "{\"slug\": \"words\", \"name\": \"Words\"}");
        checkout = Files.createDirectories(folder.resolve("checkout"));
        Git git = Git.init(checkout);
        String base = git.commit("base");
        result("0001");
        script(
                "sh",
                "java -jar '" + Path.of("target/plumbline.jar").toAbsolutePath() + "' upload jmh-result.json.gz",
                server(Map.of("PLUMBLINE_BRANCH", "main", "PLUMBLINE_COMMIT", base)));
        git.run("checkout", "--quiet", "-b", "topic");
        head = git.commit("head");
        repository.withPullRequest(REQUEST, head);
        result("0064");
    }

    @AfterEach
    void stop() {
        if (server != null) {
            server.close();
        }
        forge.close();
    }

    @Test
    void theGitHubActionUploadsCommentsAndGates() throws IOException {
        String output = action(forge.accounts().jobToken());

        assertThat(output).contains("is stored in run 2");
        assertThat(repository.comments(REQUEST)).singleElement().satisfies(comment -> {
            assertThat(comment.author()).isEqualTo("github-actions[bot]");
            assertThat(comment.body()).contains("KernelBenchmark.", head.substring(0, 7));
        });
    }

    @Test
    void theGitHubActionFallsBackToAnnotationsWhereItsTokenIsReadOnly() throws IOException {
        String output = action(forge.accounts().readOnlyToken());

        assertThat(repository.comments(REQUEST)).isEmpty();
        assertThat(output).containsPattern("::(warning|notice|error) ");
        assertThat(Files.readString(folder.resolve("summary.md"))).contains("KernelBenchmark.");
    }

    @Test
    void theGitLabJobUploadsCommentsAndGates() throws IOException {
        Map<String, String> variables = new HashMap<>(server(Map.of(
                "GITLAB_CI", "true",
                "CI_API_V4_URL", forge.api(ForgeKind.GITLAB),
                "CI_PROJECT_PATH", "acme/words",
                "CI_PIPELINE_ID", "900",
                "CI_JOB_ID", "901")));
        variables.put("CI_COMMIT_SHA", head);
        variables.put("CI_MERGE_REQUEST_IID", String.valueOf(REQUEST));
        variables.put("CI_MERGE_REQUEST_SOURCE_BRANCH_NAME", "topic");
        variables.put("CI_MERGE_REQUEST_TARGET_BRANCH_NAME", "main");
        variables.put("GITLAB_TOKEN", forge.accounts().token());
        variables.put("PLUMBLINE_FILES", "jmh-result.json.gz");
        variables.put("PLUMBLINE_GATE", "true");

        for (Object line : (List<?>) requireNonNull(
                map(yaml(Path.of("gitlab-ci.yml")), ".plumbline-upload").get("script"))) {
            script("sh", line.toString(), variables);
        }

        assertThat(repository.comments(REQUEST))
                .singleElement()
                .satisfies(comment -> assertThat(comment.body()).contains("KernelBenchmark."));
    }

    @Test
    void theJenkinsStepsUploadAndGate() throws IOException {
        Map<String, String> variables = server(Map.of(
                "JENKINS_URL", "https://ci.acme.example/",
                "BUILD_TAG", "jenkins-words-PR-12-1",
                "GIT_COMMIT", head,
                "CHANGE_ID", String.valueOf(REQUEST),
                "CHANGE_BRANCH", "topic",
                "CHANGE_TARGET", "main"));
        Files.move(checkout.resolve("jmh-result.json.gz"), checkout.resolve("jmh-result.json"));
        StringBuilder output = new StringBuilder();

        Matcher step = JENKINS.matcher(Files.readString(Path.of("..", "README.md")));
        int steps = 0;
        while (step.find()) {
            steps++;
            output.append(script("sh", step.group(1), variables));
        }

        assertThat(steps).isEqualTo(3);
        assertThat(output).contains("is stored in run 2");
    }

    /** Runs the action's steps one after the other and returns what they printed. */
    private String action(String jobToken) throws IOException {
        Path environment = Files.createFile(folder.resolve("github-env"));
        Path event = Files.writeString(folder.resolve("event.json"), """
            {"number": %d, "pull_request": {"number": %d, "head": {"ref": "topic", "sha": "%s"}, "base": {"ref": "main"}}}
            """.formatted(REQUEST, REQUEST, head));
        Map<String, String> runner = new HashMap<>(Map.of(
                "GITHUB_ACTIONS", "true",
                "GITHUB_EVENT_NAME", "pull_request",
                "GITHUB_EVENT_PATH", event.toString(),
                "GITHUB_REPOSITORY", "acme/words",
                "GITHUB_SERVER_URL", forge.address(),
                "GITHUB_API_URL", forge.api(ForgeKind.GITHUB),
                "GITHUB_RUN_ID", "900",
                "GITHUB_ENV", environment.toString(),
                "RUNNER_TEMP", folder.toString()));
        runner.put("GITHUB_GRAPHQL_URL", forge.address() + "/api/graphql");
        runner.put("GITHUB_STEP_SUMMARY", folder.resolve("summary.md").toString());
        Map<String, String> given = Map.of(
                "server", running().address(),
                "project", "words",
                "environment", "test-machine",
                "token", running().token(),
                "files", "*.json.gz",
                "gate", "true");
        Map<String, Object> action = yaml(Path.of("action.yml"));
        StringBuilder output = new StringBuilder();
        for (Object each : (List<?>) requireNonNull(map(action, "runs").get("steps"))) {
            Map<String, Object> step = map(each);
            Map<String, String> variables = new HashMap<>(runner);
            map(step, "env")
                    .forEach((name, value) -> variables.put(name, value(value.toString(), given, action, jobToken)));
            for (String line : Files.readAllLines(environment)) {
                variables.put(line.substring(0, line.indexOf('=')), line.substring(line.indexOf('=') + 1));
            }
            output.append(script("bash", requireNonNull(step.get("run")).toString(), variables));
        }
        return output.toString();
    }

    /** What an expression of the action gives. */
    private static String value(String text, Map<String, String> given, Map<String, Object> action, String jobToken) {
        return EXPRESSION.matcher(text).replaceAll(match -> {
            String expression = match.group(1);
            if (expression.equals("github.token")) {
                return Matcher.quoteReplacement(jobToken);
            }
            String input = expression.substring("inputs.".length());
            String standard = String.valueOf(map(map(action, "inputs"), input).getOrDefault("default", ""));
            return Matcher.quoteReplacement(
                    given.containsKey(input)
                            ? requireNonNull(given.get(input))
                            : value(standard, given, action, jobToken));
        });
    }

    private String script(String shell, String script, Map<String, String> variables) {
        List<String> command = new ArrayList<>(List.of(shell, "-e", "-c", script));
        return new Command(checkout, variables).run(command).succeeded().output();
    }

    private Map<String, String> server(Map<String, String> more) {
        Map<String, String> variables = new HashMap<>(Map.of(
                "PLUMBLINE_SERVER",
                running().address(),
                "PLUMBLINE_PROJECT",
                "words",
                "PLUMBLINE_TOKEN",
                running().token(),
                "PLUMBLINE_ENVIRONMENT",
                "test-machine"));
        variables.putAll(more);
        return variables;
    }

    private RunningServer running() {
        return requireNonNull(server);
    }

    /** A recorded document as the job's result. */
    private void result(String number) throws IOException {
        Path file = checkout.resolve("jmh-result.json.gz");
        Files.deleteIfExists(file);
        Files.copy(DEMO.resolve(number + ".json.gz"), file);
    }

    private static Map<String, Object> yaml(Path file) throws IOException {
        return map(new Yaml(new SafeConstructor(new LoaderOptions())).load(Files.readString(file)));
    }

    private static Map<String, Object> map(Map<String, Object> parent, String key) {
        return map(requireNonNull(parent.get(key), key));
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> map(Object value) {
        return (Map<String, Object>) value;
    }
}
