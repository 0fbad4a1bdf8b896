package dev.plumbline.repository;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;

/**
 * A folder with the real launcher in it. Around it, sources and a Maven that only copies {@link Echo} to where the jars
 * belong and counts how often it was called; or no sources and the jars at once, as a release has it.
 *
 * @param home where the launcher is
 * @param tools put first on the PATH
 */
record Checkout(Path home, Path tools) {
    /** Tests run in the folder of their module. */
    private static final Path REPOSITORY = Path.of("..").toAbsolutePath().normalize();

    private static final String[] MODULES = {"analysis", "charts", "migrations", "server", "collector"};

    /** What a launch printed and returned. */
    record Launch(long pid, int exitCode, List<String> output, String error) {}

    /** With sources, and nothing built. */
    static Checkout sources(Path home) throws IOException {
        Checkout checkout = launcherOnly(home);
        Files.writeString(home.resolve("pom.xml"), "<project/>");
        Files.createDirectory(home.resolve(".mvn"));
        for (String module : MODULES) {
            Files.createDirectories(home.resolve(module).resolve("src/main"));
            Files.writeString(home.resolve(module).resolve("pom.xml"), "<project/>");
            Files.writeString(home.resolve(module).resolve("src/main/Source.java"), "");
        }
        writeJar(home.resolve("echo.jar"));
        checkout.maven("""
                mkdir -p server/target collector/target
                cp echo.jar server/target/plumbline-server.jar
                cp echo.jar collector/target/plumbline.jar
                """);
        return checkout;
    }

    /** Without sources, as an unpacked release. */
    static Checkout release(Path home) throws IOException {
        Checkout checkout = launcherOnly(home);
        writeJar(home.resolve("plumbline-server.jar"));
        writeJar(home.resolve("plumbline.jar"));
        return checkout;
    }

    private static Checkout launcherOnly(Path home) throws IOException {
        Path tools = Files.createDirectories(home.resolve("tools"));
        Files.copy(REPOSITORY.resolve("plumbline"), home.resolve("plumbline"), StandardCopyOption.COPY_ATTRIBUTES);
        return new Checkout(home, tools);
    }

    /** Replaces what Maven does; each call is counted before. */
    void maven(String script) throws IOException {
        Path mvn = tools.resolve("mvn");
        Files.writeString(mvn, "#!/bin/sh\nset -e\necho \"$*\" >> calls\n" + script);
        Files.setPosixFilePermissions(mvn, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    /** The arguments of each call of Maven so far. */
    List<String> mavenCalls() throws IOException {
        Path calls = home.resolve("calls");
        return Files.exists(calls) ? Files.readAllLines(calls) : List.of();
    }

    Launch launch(String... arguments) throws IOException, InterruptedException {
        return launch(home, home.resolve("plumbline"), arguments);
    }

    Launch launch(Path workingFolder, Path launcher, String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(launcher.toString()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).directory(workingFolder.toFile());
        builder.environment().put("PATH", tools + ":" + System.getenv().getOrDefault("PATH", "/usr/bin:/bin"));
        builder.environment().remove("PLUMBLINE_BUILD");
        builder.environment().remove("PLUMBLINE_JAVA_OPTIONS");
        Path error = Files.createTempFile("launch", ".err");
        Process process = builder.redirectError(error.toFile()).start();
        process.getOutputStream().close();
        List<String> output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
                .lines()
                .toList();
        int exitCode = process.waitFor();
        return new Launch(process.pid(), exitCode, output, Files.readString(error));
    }

    private static void writeJar(Path file) throws IOException {
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().put(Attributes.Name.MAIN_CLASS, Echo.class.getName());
        String entry = Echo.class.getName().replace('.', '/') + ".class";
        try (OutputStream out = Files.newOutputStream(file);
                JarOutputStream jar = new JarOutputStream(out, manifest);
                InputStream bytes = Echo.class.getClassLoader().getResourceAsStream(entry)) {
            if (bytes == null) {
                throw new UncheckedIOException(new IOException("no class file of " + Echo.class));
            }
            jar.putNextEntry(new JarEntry(entry));
            bytes.transferTo(jar);
            jar.closeEntry();
        }
    }
}
