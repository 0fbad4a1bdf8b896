package dev.plumbline.server.forges;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.plumbline.analysis.format.document.JsonFault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Reads the forges file: a JSON object with the array {@code forges}. Paths in it are relative to its folder. */
final class ForgesFile {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
            .enable(JsonParser.Feature.ALLOW_COMMENTS)
            .build();

    private final Path file;
    private final List<String> complaints = new ArrayList<>();

    private ForgesFile(Path file) {
        this.file = file;
    }

    /**
     * The entries.
     *
     * @throws ForgesException with every complaint
     */
    static List<ConfiguredForge> read(Path file) {
        ForgesFile reader = new ForgesFile(file);
        List<ConfiguredForge> entries = reader.entries(reader.parsed());
        if (!reader.complaints.isEmpty()) {
            throw new ForgesException(reader.complaints);
        }
        return entries;
    }

    private JsonNode parsed() {
        try {
            return JSON.readTree(Files.readString(file));
        } catch (JsonProcessingException e) {
            throw new ForgesException(file + ", line " + e.getLocation().getLineNr() + ", column "
                    + e.getLocation().getColumnNr() + ": no JSON: " + JsonFault.sentence(e));
        } catch (IOException e) {
            throw new ForgesException("the forges file " + file + " can't be read ("
                    + e.getClass().getSimpleName() + "): correct PLUMBLINE_FORGES, or let the server's user read it");
        }
    }

    private List<ConfiguredForge> entries(JsonNode document) {
        JsonNode array = document.path("forges");
        if (!array.isArray() || document.size() != 1) {
            throw new ForgesException(file + ": expected an object with the array \"forges\" and nothing else");
        }
        List<ConfiguredForge> entries = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (int i = 0; i < array.size(); i++) {
            int place = i;
            ForgeEntry entry = new ForgeEntry(
                    array.get(i),
                    file.resolveSibling("").toAbsolutePath(),
                    complaint -> complaints.add(file + ": forges[" + place + "]" + complaint));
            entry.read().ifPresent(forge -> {
                entries.add(forge);
                if (!names.add(forge.name())) {
                    complaints.add(file + ": forges[" + place + "].name: '" + forge.name()
                            + "' appears twice: give each entry a name of its own");
                }
            });
        }
        return entries;
    }
}
