package dev.plumbline.analysis.audit;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * The reasons to distrust a measurement, each under a code that never changes its meaning: what it is called, why it
 * matters and what to do. {@code docs/audit.md} explains each with its rule.
 */
public enum AuditCode {
    IN_HARNESS_JVM(
            Severity.INVALID,
            "Measured inside JMH's own JVM",
            "All benchmarks before it, and JMH itself, left their profiles and their garbage in the same JVM, so the"
                    + " result depends on the order in which benchmarks ran.",
            "Measure in JVMs of their own: leave out -f 0, use -f 3 or more."),
    INTERPRETED_ONLY(
            Severity.INVALID,
            "No compiled code was measured",
            "The interpreter runs bytecode ten to a hundred times slower than compiled code, and other code is slow in it.",
            "Leave out the flag, or measure on a VM with a compiler."),
    COMPILER_LIMITED(
            Severity.INVALID,
            "The optimising compiler was disabled",
            "The first compiler hardly inlines and doesn't vectorise, so its code isn't what runs in production.",
            "Leave out the flag. To have less compilation time, warm up for longer instead."),
    DEBUG_VM(
            Severity.INVALID,
            "Measured with a debug build of the JVM",
            "Fast-debug and slow-debug builds check themselves at every step and are several times slower, unevenly.",
            "Measure with a release build of the JDK."),
    COVERAGE_AGENT(
            Severity.INVALID,
            "A coverage agent was attached",
            "It writes a probe into every branch of the measured code, which costs time and stops inlining.",
            "Run benchmarks apart from tests, without the agent."),
    NOT_MEASURED(
            Severity.INVALID,
            "The score isn't a number",
            "There is nothing to compare: the benchmark failed or counted no operations.",
            "Look at the harness' log of this benchmark."),
    ONE_FORK(
            Severity.SERIOUS,
            "A single fork",
            "JVMs of the same code differ from each other (layout, inlining, timing of the compiler) by more than the iterations"
                    + " of one JVM show, so one JVM can't show the error. Only earlier runs can show what is usual.",
            "Use three forks or more (-f 3); with the same time, fewer iterations."),
    ONE_PROCESS(
            Severity.SERIOUS,
            "A single process",
            "Processes of the same code differ (layout, caches, what else runs) by more than the samples of one process show, so one"
                    + " process can't show the error. Only earlier runs can show what is usual.",
            "Measure three times or more, and upload the files together (plumbline upload --as-forks)."),
    DEBUG_BUILD(
            Severity.SERIOUS,
            "Measured in a debug build",
            "Without optimisation code is several times slower, and unevenly so: what is slow in it may be fast in what ships.",
            "Build with optimisation: --release, -O2, Release, whatever your build tool calls it."),
    FREQUENCY_SCALING(
            Severity.SERIOUS,
            "The processor's frequency could change",
            "The harness found frequency scaling switched on: the same code takes more or less time as the clock rises and falls.",
            "Set the governor to performance (cpupower frequency-set -g performance), or measure instructions beside time."),
    LONG_POLL(
            Severity.SERIOUS,
            "A task didn't yield",
            "A thread of the runtime runs one task until it awaits something: all others that wait for this thread stand still"
                    + " meanwhile, so latencies grow and timers are late.",
            "Move blocking or long work to spawn_blocking or a thread of its own, or yield within it"
                    + " (tokio::task::yield_now)."),
    LOST_WAKER(
            Severity.SERIOUS,
            "A task can't be woken again",
            "It waits at the end of the recording and no waker of it is left, so it never goes on: a future dropped the waker or"
                    + " returned Pending without keeping it.",
            "Look at what the task awaits: a poll that returns Pending has to keep a clone of the waker and wake it."),
    FORKS_UNKNOWN(
            Severity.SERIOUS,
            "The file doesn't contain the forks",
            "Without raw data only the score is known, and nothing about how much it scatters.",
            "Have JMH write JSON (-rf json), without -Djmh.json.rawData=false."),
    SCORE_DIFFERS(
            Severity.SERIOUS,
            "The score doesn't match the raw data",
            "JMH always writes matching values, so somebody changed the file. The raw data was used.",
            "Upload the file as JMH wrote it."),
    ZERO_SCORE(
            Severity.SERIOUS,
            "The score is zero",
            "Nothing was counted, or the unit is too coarse; a ratio to it has no meaning.",
            "Check that the benchmark does its work; choose a finer unit (-tu ns)."),
    BELOW_A_NANOSECOND(
            Severity.SERIOUS,
            "The time is below a nanosecond",
            "No work takes so little: the compiler may have removed it, or moved it out of the loop, because nobody uses its"
                    + " result or its inputs never change.",
            "Use the result and hide the inputs from the compiler (black_box of Rust, DoNotOptimize, a sink), or measure more"
                    + " work at once."),
    NO_WARM_UP(
            Severity.SERIOUS,
            "No warm-up",
            "The first iterations measure the interpreter, class loading and the compilers at work.",
            "Warm up, for example -wi 5 -w 2; where the cold start is what you want to know, use single-shot mode (-bm ss)."),
    ASSERTIONS_ON(
            Severity.SERIOUS,
            "Assertions were switched on",
            "They run inside the measured code, but not in production.",
            "Leave out -ea for benchmarks; test tools add it, so run JMH outside of them."),
    COMPILED_WITHOUT_PROFILE(
            Severity.SERIOUS,
            "Everything was compiled at its first call",
            "Without a profile the compiler can neither inline virtual calls nor drop branches that are never taken.",
            "Leave out -Xcomp."),
    DIAGNOSTICS_ON(
            Severity.SERIOUS,
            "The JVM checked or traced itself",
            "Such checks run in the measured code, and their cost is uneven.",
            "Leave out the flag for the measurement, and use it in a run of its own."),
    DEBUGGER(
            Severity.SERIOUS,
            "A debugger could attach",
            "A debugger may ask for anything at any moment, which prevents optimisations such as keeping objects off the heap.",
            "Run without debugging; from an IDE, with Run and not with Debug."),
    PROFILER_ATTACHED(
            Severity.SERIOUS,
            "A profiler or monitoring agent was attached",
            "It takes samples or writes into classes while the clock runs.",
            "Measure without it, and profile in a run of its own (for example jmh -prof async)."),
    BELOW_CLOCK_RESOLUTION(
            Severity.SERIOUS,
            "An operation is shorter than the clock can measure",
            "Each operation is timed on its own here. Reading the clock takes some 50 ns and its steps are up to 100 ns wide,"
                    + " so much of the figure is the clock's.",
            "Use average time (-bm avgt), or a larger batch (-bs) in single-shot mode."),
    STILL_WARMING_UP(
            Severity.SERIOUS,
            "The forks were still warming up",
            "Most forks get better at the same point of the measurement: the score mixes two speeds, and a change of the"
                    + " warm-up looks like a change of the code.",
            "Warm up for longer (-wi, -w), at least until the first level has passed."),
    GETTING_WORSE(
            Severity.SERIOUS,
            "The forks get worse as they run",
            "Most forks shift at the same point: state that grows, a leak, more garbage, a processor that heats up, or code that"
                    + " was recompiled into something slower. The score depends on the length of the measurement.",
            "Reset state in @Setup(Level.Iteration), or find what grows; a profile of the late iterations shows it."),
    CHANGING_LEVEL(
            Severity.SERIOUS,
            "The forks change their level as they run",
            "Most forks shift at the same point, so the score mixes two levels and depends on the length of the measurement. The"
                    + " unit doesn't say which of them is better.",
            "If it settles, warm up for longer (-wi, -w); if it doesn't, find what grows or runs out."),
    BIMODAL_FORKS(
            Severity.SERIOUS,
            "The forks have two levels",
            "The JVM goes one of two ways at its start (inlining, escape analysis, layout), so a run with few forks has one or"
                    + " the other by chance.",
            "Use more forks, and find the cause: -XX:+PrintInlining of a fast and a slow fork differ."),
    TWO_LEVELS(
            Severity.SERIOUS,
            "The measurements have two levels",
            "A process goes one of two ways (memory layout, caches, the processor's frequency, what else runs), so a few measurements"
                    + " have one or the other by chance.",
            "Measure more often, and find what a fast and a slow process differ in."),
    SHORT_WARM_UP(
            Severity.MINOR,
            "Less than 5 s of warm-up",
            "Of 297 benchmarks of well-known projects half were still more than 5 % off their level after 5 s.",
            "Warm up for longer, for example -wi 5 -w 2, and check whether the first measured iterations differ."),
    FEW_SAMPLES(
            Severity.MINOR,
            "Few samples",
            "With fewer than ten samples in a process, one interruption moves its figure.",
            "Let the harness take more samples, or measure for longer."),
    MIXED_STARTS(
            Severity.MINOR,
            "Cold start and later starts in one figure",
            "In single-shot mode without warm-up only the first iteration of a fork is a cold start.",
            "For the cold start, measure one iteration in many forks (-i 1 -f 20); otherwise warm up."),
    TIERED_OFF(
            Severity.MINOR,
            "Tiered compilation was off",
            "The optimising compiler works from a profile that the interpreter collected: warm-up is slower, and the code sometimes"
                    + " differs from that in production.",
            "Leave out the flag, unless production has it, too."),
    OPTIMISATION_OFF(
            Severity.MINOR,
            "An optimisation was switched off",
            "The measured code isn't what runs elsewhere.",
            "Leave out the flag, unless it is what you study."),
    NO_COLLECTOR(
            Severity.MINOR,
            "No garbage collector",
            "Epsilon never collects, so the figures don't include the cost of garbage and of barriers.",
            "Measure with the collector that production has."),
    UNKNOWN_AGENT(
            Severity.MINOR,
            "An agent was attached",
            "Whatever it does, it does inside what is measured.",
            "Measure without it, unless production has it, too."),
    OTHER_VM(
            Severity.MINOR,
            "A VM that doesn't follow JMH's hints",
            "JMH asks the compiler not to inline some methods and not to drop results; this VM doesn't understand such requests.",
            "Compare only runs of the same VM, and check that a benchmark's cost follows its work."),
    EARLY_ACCESS_VM(
            Severity.MINOR,
            "An early-access or private build of the JVM",
            "It changes from week to week, so a regression may be the JVM's.",
            "Measure with a release, or keep such runs in an environment of their own."),
    SHORT_ITERATIONS(
            Severity.MINOR,
            "Iterations of less than 100 ms",
            "One interruption by the system, one collection or one compilation moves a whole iteration.",
            "Measure longer iterations (-r 1), fewer of them."),
    FEW_OPERATIONS(
            Severity.MINOR,
            "Few operations per iteration",
            "An iteration with a handful of operations has no meaningful mean, and takes longer than configured.",
            "Measure longer iterations (-r), or use single-shot mode with many forks."),
    TOO_FAST(
            Severity.MINOR,
            "An operation of less than two processor cycles",
            "Nothing takes so little time: most likely the compiler dropped the work, because its result is not used or is known"
                    + " beforehand. With @OperationsPerInvocation it may be right.",
            "Return the result or give it to a Blackhole; take inputs from @State fields that are not final."),
    LOST_FORKS(
            Severity.MINOR,
            "Forks are missing",
            "A fork failed, or the file was truncated. The forks that are left may be the lucky ones.",
            "Look at the harness' log; measure again."),
    SHIFTING_FORKS(
            Severity.MINOR,
            "Forks change their level by themselves",
            "Each moves to another level at a different time: because of a late compilation, or something else on the machine.",
            "Use more forks rather than longer ones; keep the machine quiet."),
    DEPENDENT_ITERATIONS(
            Severity.MINOR,
            "Iterations resemble their neighbours",
            "JMH's own error counts every iteration as independent, so it is too small. Plumbline's verdicts are based on forks and"
                    + " aren't affected.",
            "Use more forks and fewer iterations; don't rely on the ± that JMH prints."),
    LARGE_ERROR(
            Severity.MINOR,
            "A wide interval",
            "The harness itself gives the score only within this interval: smaller changes can't be seen in this run alone.",
            "Measure more often, longer, and on a quieter machine."),
    PERCENTILE_WITHOUT_SAMPLES(
            Severity.MINOR,
            "Too few samples for the high percentiles",
            "With fewer than ten samples beyond it, a percentile depends on single stray samples, so it was left out.",
            "Sample for longer (-r, -i), or do without these percentiles."),
    MEASURED_TWICE(
            Severity.SERIOUS,
            "Measured twice in this run, with different set-ups",
            "Two uploads of the run have the same benchmark, but didn't measure it alike, so their forks can't be pooled: only those"
                    + " of one set-up are judged.",
            "Measure each benchmark in one job, or give the jobs different environments (--environment)."),
    PROCESSOR_DIFFERS(
            Severity.SERIOUS,
            "A different processor from the baseline's",
            "The ratio is that of two machines as much as that of two commits.",
            "Use a separate environment for each kind of machine, or measure both commits on one machine."),
    VM_DIFFERS(
            Severity.SERIOUS,
            "A different JVM from the baseline's",
            "Another compiler generates different code for the same program.",
            "Measure both commits with one JVM, or take this run as the start of a new baseline."),
    JDK_DIFFERS(
            Severity.SERIOUS,
            "A different Java release from the baseline's",
            "Between releases the compilers, the collectors and the class library change, so the difference may not come from the commit.",
            "Measure both commits with one release, or take this run as the start of a new baseline."),
    FLAGS_DIFFER(
            Severity.SERIOUS,
            "Different JVM arguments from the baseline's",
            "Heap, collector and compiler options move results by more than most commits do.",
            "Measure both commits with the same arguments."),
    HARNESS_DIFFERS(
            Severity.SERIOUS,
            "A different version of the harness from the baseline's",
            "Releases differ in what the measuring loop costs and in what they count, which shows in short benchmarks.",
            "Upgrade the harness in a commit of its own, and measure its parent with the same version."),
    SETTING_DIFFERS(
            Severity.SERIOUS,
            "A different setting from the baseline's",
            "The harness recorded another setting of itself or of its machine, so the difference may not come from the commit.",
            "Measure both commits with the same settings."),
    WARM_UP_DIFFERS(
            Severity.SERIOUS,
            "A different warm-up from the baseline's",
            "A fork that hasn't reached its level yet measures its warm-up, and a different warm-up gives a different figure.",
            "Change the warm-up in a commit of its own."),
    JDK_UPDATE_DIFFERS(
            Severity.MINOR,
            "A different update of the JDK from the baseline's",
            "Updates bring fixes in the compilers and collectors, now and then with a cost.",
            "Keep this in mind when many benchmarks move at once."),
    SYSTEM_DIFFERS(
            Severity.MINOR,
            "A different operating system from the baseline's",
            "Scheduler, memory pages and mitigations differ between kernels.",
            "Keep this in mind when many benchmarks move at once."),
    RESOURCES_DIFFER(
            Severity.MINOR,
            "Different cores or memory from the baseline's",
            "The JVM chooses its collector, its heap size and its compiler threads by them.",
            "Use a separate environment for each size of machine, or set heap and collector with arguments."),
    MEASUREMENT_DIFFERS(
            Severity.MINOR,
            "Different iterations from the baseline's",
            "Longer or more iterations reach further into the life of a fork.",
            "Change the measurement in a commit of its own."),
    FORK_COUNT_DIFFERS(
            Severity.MINOR,
            "A different number of forks from the baseline's",
            "The comparison takes it into account, but the smallest change that it can show is different.",
            "Nothing, if it was intended.");

    private final Severity severity;
    private final String title;
    private final String why;
    private final String remedy;

    AuditCode(Severity severity, String title, String why, String remedy) {
        this.severity = severity;
        this.title = title;
        this.why = why;
        this.remedy = remedy;
    }

    /** The code, kebab-case. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** How much it matters. */
    public Severity severity() {
        return severity;
    }

    /** What it is called, without a full stop. */
    public String title() {
        return title;
    }

    /** Why it matters, in sentences. */
    public String why() {
        return why;
    }

    /** What to do, in sentences. */
    public String remedy() {
        return remedy;
    }

    /** The reason of a code, empty when there is none. */
    public static Optional<AuditCode> ofCode(String code) {
        return Arrays.stream(values())
                .filter(value -> value.code().equals(code))
                .findFirst();
    }
}
