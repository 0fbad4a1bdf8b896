package dev.plumbline.collector.upload;

import dev.plumbline.collector.ci.CiBuild;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;

/** The name of the run that the files of one command are part of. */
final class RunName {

    private RunName() {}

    /**
     * The given one. Without it none in CI, where the server tells runs by the build and its attempt, and none for a single file;
     * elsewhere one made from the contents, so that sending the files again is no other run.
     */
    static String of(String given, CiBuild build, List<ResultFile> files) {
        if (!given.isEmpty()
                || files.size() == 1
                || (build.known() && !build.runId().isEmpty())) {
            return given;
        }
        String contents =
                String.join("/", files.stream().map(ResultFile::hash).sorted().toList());
        return "files/" + UUID.nameUUIDFromBytes(contents.getBytes(StandardCharsets.UTF_8));
    }
}
