package dev.plumbline.analysis.format.plumbline;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import dev.plumbline.analysis.format.ResultFormat;
import dev.plumbline.analysis.format.document.DocumentException;
import dev.plumbline.analysis.format.document.ReadLimits;
import dev.plumbline.analysis.model.BenchmarkResult;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The examples of {@code docs/plumbline-json.md} are valid by its schema, and are read; what isn't valid isn't read either. */
class PlumblineJsonDocumentationTest {

    private static final Path DOCS = Path.of("..", "docs");
    private static final Pattern EXAMPLE = Pattern.compile("```json\n(.*?)```", Pattern.DOTALL);
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final JsonSchema document;
    private final JsonSchema benchmark;

    PlumblineJsonDocumentationTest() throws IOException {
        JsonNode schema = MAPPER.readTree(DOCS.resolve("plumbline.schema.json").toFile());
        JsonSchemaFactory factory = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012);
        document = factory.getSchema(schema);
        ObjectNode part = MAPPER.createObjectNode();
        part.set("$defs", schema.get("$defs"));
        part.put("$ref", "#/$defs/benchmark");
        benchmark = factory.getSchema(part);
    }

    @Test
    void theThreeExamplesAreValidAndRead() throws IOException {
        List<String> examples = EXAMPLE.matcher(Files.readString(DOCS.resolve("plumbline-json.md")))
                .results()
                .map(match -> match.group(1))
                .toList();
        assertThat(examples).hasSize(3);
        List<List<BenchmarkResult>> read = new ArrayList<>();
        for (String example : examples) {
            assertThat(problems(example)).isEmpty();
            read.add(read(example));
        }
        assertThat(read.get(0).get(0).primary().forks()).hasSize(3);
        assertThat(read.get(0).get(0).benchmark().key()).isEqualTo("parser/Json.parse{size=1000}[avgt,2]");
        assertThat(read.get(1)).hasSize(2);
        assertThat(read.get(1).get(1).primary().score()).isNaN();
        assertThat(read.get(2))
                .extracting(result -> result.benchmark().key())
                .containsExactly("start[ss,1]", "requests[thrpt,1]");
        // The value that the harness gives, 81.5 ms, and not the mean of the samples.
        assertThat(read.get(2).get(0).primary().score()).isEqualTo(0.0815);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"benchmarks\": []}",
                "{\"plumbline\": 2, \"benchmarks\": [{\"name\": \"a\", \"failed\": \"x\"}]}",
                "{\"plumbline\": 1, \"benchmarks\": [{\"name\": \"a\"}]}",
                "{\"plumbline\": 1, \"benchmarks\": [{\"name\": \" \", \"failed\": \"x\"}]}",
                "{\"plumbline\": 1, \"benchmarks\": [{\"name\": \"a\", \"failed\": \"x\", \"metrics\": []}]}",
                "{\"plumbline\": 1, \"benchmarks\": [{\"name\": \"a\", \"metrics\": [{\"unit\": \"s\", \"processes\": []}]}]}",
                "{\"plumbline\": 1, \"benchmarks\": [{\"name\": \"a\", \"metrics\": [{\"unit\": \"s\", \"processes\": [[]]}]}]}",
                "{\"plumbline\": 1, \"benchmarks\": [{\"name\": \"a\", \"metrics\": [{\"unit\": \"s\", \"exact\": 1, \"mean\": 1}]}]}",
                "{\"plumbline\": 1, \"benchmarks\": [{\"name\": \"a\", \"metrics\": [{\"unit\": \"s\", \"exact\": 1, \"error\": 1}]}]}",
                "{\"plumbline\": 1, \"benchmarks\": [{\"name\": \"a\", \"metrics\": [{\"exact\": 1}]}]}",
                "{\"plumbline\": 1, \"benchmarks\": [{\"name\": \"a\", \"metrics\": [{\"unit\": \"s\", \"exact\": \"fast\"}]}]}",
                "{\"plumbline\": 1, \"benchmarks\": [{\"name\": \"a\", \"metrics\": [{\"unit\": \"s\", \"exact\": 1, \"more\": 1}]}]}",
                "{\"plumbline\": 1, \"benchmarks\": [{\"name\": \"a\", \"threads\": 0, \"failed\": \"x\"}]}",
                "{\"plumbline\": 1, \"benchmarks\": [{\"name\": \"a\", \"mode\": \"fast\", \"failed\": \"x\"}]}",
                "{\"plumbline\": 1, \"harness\": {\"version\": {}}, \"benchmarks\": [{\"name\": \"a\", \"failed\": \"x\"}]}"
            })
    void whatIsNotValidIsNotRead(String text) throws IOException {
        assertThat(problems(text)).as(text).isNotEmpty();
        assertThat(refusal(text)).as(text).isNotEmpty();
    }

    private List<String> problems(String text) throws IOException {
        List<String> problems = new ArrayList<>();
        try (MappingIterator<JsonNode> values = MAPPER.readerFor(JsonNode.class).readValues(text)) {
            JsonSchema schema = document;
            while (values.hasNext()) {
                schema.validate(values.next()).forEach(problem -> problems.add(problem.getMessage()));
                schema = benchmark;
            }
        }
        return problems;
    }

    private static List<BenchmarkResult> read(String text) throws IOException {
        List<BenchmarkResult> results = new ArrayList<>();
        ResultFormat format = ResultFormat.read(
                new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), ReadLimits.defaults(), results::add);
        assertThat(format).isEqualTo(ResultFormat.PLUMBLINE_JSON);
        return results;
    }

    private static String refusal(String text) throws IOException {
        try {
            new PlumblineReader()
                    .read(
                            new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)),
                            ReadLimits.defaults(),
                            result -> {});
            return "";
        } catch (DocumentException refused) {
            return String.valueOf(refused.getMessage());
        }
    }
}
