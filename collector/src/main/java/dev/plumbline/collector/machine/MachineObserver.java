package dev.plumbline.collector.machine;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Observes the machine, each operating system in its own way. */
public final class MachineObserver {

    private static final Pattern VERSION_START = Pattern.compile("^\\d+(\\.\\d+)?");

    private final String osName;
    private final String osVersion;
    private final String architecture;
    private final Map<String, String> environment;
    private final Path cpuinfo;

    /** An observer of a system with these names, as Java's system properties give them. */
    MachineObserver(
            String osName, String osVersion, String architecture, Map<String, String> environment, Path cpuinfo) {
        this.osName = osName;
        this.osVersion = osVersion;
        this.architecture = architecture;
        this.environment = environment;
        this.cpuinfo = cpuinfo;
    }

    /** An observer of the machine that this process runs on. */
    public static MachineObserver ofThisProcess(Map<String, String> environment) {
        return new MachineObserver(
                System.getProperty("os.name", ""),
                System.getProperty("os.version", ""),
                System.getProperty("os.arch", ""),
                environment,
                Path.of("/proc/cpuinfo"));
    }

    /** What is observed. */
    public Machine observe() {
        return new Machine(
                cpu().strip().replaceAll("\\s+", " "),
                Runtime.getRuntime().availableProcessors(),
                memory(),
                os(),
                arch("x86_64"),
                family() + "-" + arch("x64").replace("aarch64", "arm64"));
    }

    /** Patch levels change every week and would cause false warnings: only two parts of the version are kept. */
    private String os() {
        Matcher version = VERSION_START.matcher(osVersion);
        return (osName + " " + (version.find() ? version.group() : "")).strip();
    }

    private String arch(String nameOfAmd64) {
        return architecture.equals("amd64") || architecture.equals("x86_64") ? nameOfAmd64 : architecture;
    }

    private String family() {
        String name = osName.toLowerCase(Locale.ROOT);
        if (name.startsWith("windows")) {
            return "windows";
        }
        return name.startsWith("mac") ? "macos" : name.replaceAll("[^a-z0-9]+", "-");
    }

    private String cpu() {
        return switch (family()) {
            case "linux" -> linuxCpu();
            case "macos" -> output("sysctl", "-n", "machdep.cpu.brand_string");
            case "windows" -> environment.getOrDefault("PROCESSOR_IDENTIFIER", "");
            default -> "";
        };
    }

    /** The model's name; ARM kernels give only the numbers of the vendor and the part. */
    private String linuxCpu() {
        List<String> lines;
        try {
            lines = Files.readAllLines(cpuinfo);
        } catch (IOException unreadable) {
            return "";
        }
        return field(lines, "model name")
                .or(() -> field(lines, "Model"))
                .or(() -> field(lines, "cpu model"))
                .or(() -> field(lines, "CPU implementer")
                        .map(maker -> "ARM implementer " + maker + " part "
                                + field(lines, "CPU part").orElse("?")))
                .orElse("");
    }

    private static Optional<String> field(List<String> lines, String name) {
        return lines.stream()
                .filter(line -> line.startsWith(name))
                .filter(line -> line.substring(name.length()).strip().startsWith(":"))
                .map(line -> line.substring(line.indexOf(':') + 1).strip())
                .filter(value -> !value.isEmpty())
                .findFirst();
    }

    private static long memory() {
        return ManagementFactory.getOperatingSystemMXBean() instanceof OperatingSystemMXBean system
                ? system.getTotalMemorySize()
                : 0;
    }

    private static String output(String... command) {
        try {
            Process process = new ProcessBuilder(command).start();
            if (!process.waitFor(2, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                return "";
            }
            return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException absent) {
            return "";
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return "";
        }
    }
}
