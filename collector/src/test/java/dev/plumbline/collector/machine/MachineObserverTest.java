package dev.plumbline.collector.machine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MachineObserverTest {

    @TempDir
    private Path folder;

    @Test
    void readsTheModelOnLinux() throws IOException {
        Machine machine =
                linux("amd64", "processor\t: 0\nmodel\t\t: 106\nmodel name\t: Intel(R) Xeon(R)  CPU @ 2.80GHz\n");

        assertThat(machine.cpu()).isEqualTo("Intel(R) Xeon(R) CPU @ 2.80GHz");
        assertThat(machine.os()).isEqualTo("Linux 6.1");
        assertThat(machine.arch()).isEqualTo("x86_64");
        assertThat(machine.label()).isEqualTo("linux-x64");
        assertThat(machine.cores()).isPositive();
        assertThat(machine.memoryBytes()).isPositive();
    }

    @Test
    void namesMakerAndPartWhereAnArmKernelNamesNoModel() throws IOException {
        Machine machine = linux("aarch64", "processor : 0\nCPU implementer\t: 0x41\nCPU part\t: 0xd40\n");

        assertThat(machine.cpu()).isEqualTo("ARM implementer 0x41 part 0xd40");
        assertThat(machine.label()).isEqualTo("linux-arm64");
    }

    @Test
    void takesTheVariableOnWindows() {
        Machine machine = new MachineObserver(
                        "Windows Server 2022",
                        "10.0",
                        "amd64",
                        Map.of("PROCESSOR_IDENTIFIER", "Intel64 Family 6 Model 106 Stepping 6, GenuineIntel"),
                        folder.resolve("absent"))
                .observe();

        assertThat(machine.cpu()).isEqualTo("Intel64 Family 6 Model 106 Stepping 6, GenuineIntel");
        assertThat(machine.os()).isEqualTo("Windows Server 2022 10.0");
        assertThat(machine.label()).isEqualTo("windows-x64");
    }

    @Test
    void isContentWithoutAModel() {
        Machine machine = new MachineObserver("Linux", "6.1", "riscv64", Map.of(), folder.resolve("absent")).observe();

        assertThat(machine.cpu()).isEmpty();
        assertThat(machine.label()).isEqualTo("linux-riscv64");
    }

    private Machine linux(String architecture, String cpuinfo) throws IOException {
        Path file = Files.writeString(folder.resolve("cpuinfo"), cpuinfo);
        return new MachineObserver("Linux", "6.1.0-37-cloud-amd64", architecture, Map.of(), file).observe();
    }
}
