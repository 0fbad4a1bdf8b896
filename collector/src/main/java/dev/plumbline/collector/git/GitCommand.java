package dev.plumbline.collector.git;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** The git command in one folder. */
final class GitCommand {

    private static final long SECONDS_TO_ANSWER = 30;

    private final Path folder;

    GitCommand(Path folder) {
        this.folder = folder;
    }

    /**
     * The result of running git.
     *
     * @param succeeded whether git ended with 0
     * @param output its standard output
     * @param complaint the first line of its standard error
     */
    record Answer(boolean succeeded, String output, String complaint) {

        /** The output without line ends around it; empty when git failed. */
        String text() {
            return succeeded ? output.strip() : "";
        }
    }

    /** Runs git; if it isn't installed or doesn't end within half a minute, that is a failure. */
    Answer run(String... arguments) {
        List<String> command = new ArrayList<>(List.of("git", "--no-pager", "-c", "log.showSignature=false"));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
        builder.environment().put("LC_ALL", "C");
        builder.environment().put("GIT_TERMINAL_PROMPT", "0");
        try {
            return await(builder.start());
        } catch (IOException notInstalled) {
            return new Answer(false, "", "can't run git: " + notInstalled.getMessage());
        }
    }

    private static Answer await(Process process) throws IOException {
        process.getOutputStream().close();
        CompletableFuture<String> complaint = CompletableFuture.supplyAsync(() -> read(process.getErrorStream()));
        CompletableFuture<String> output = CompletableFuture.supplyAsync(() -> read(process.getInputStream()));
        try {
            if (!process.waitFor(SECONDS_TO_ANSWER, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                return new Answer(false, "", "git did not answer within " + SECONDS_TO_ANSWER + " s");
            }
        } catch (InterruptedException interrupted) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
            return new Answer(false, "", "interrupted");
        }
        String firstLine = complaint.join().strip().lines().findFirst().orElse("");
        return new Answer(process.exitValue() == 0, output.join(), firstLine);
    }

    private static String read(InputStream stream) {
        try (stream) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException closed) {
            throw new UncheckedIOException(closed);
        }
    }
}
