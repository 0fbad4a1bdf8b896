package dev.plumbline.analysis.audit;

import dev.plumbline.analysis.model.BenchmarkResult;
import dev.plumbline.analysis.model.Setup;

/** What a harness recorded about the build that it measured, about a debugger, and about the processor. */
final class SettingsCheck implements Check {

    @Override
    public void examine(BenchmarkResult result, Observations observations) {
        Setup setup = result.setup();
        if (setup.setting(Setup.BUILD).equals("debug")) {
            observations.add(AuditCode.DEBUG_BUILD, "");
        }
        if (setup.setting(Setup.DEBUGGER).equals("attached")) {
            observations.add(AuditCode.DEBUGGER, "");
        }
        if (setup.setting(Setup.FREQUENCY_SCALING).equals("on")) {
            observations.add(AuditCode.FREQUENCY_SCALING, "");
        }
    }
}
