package dev.plumbline.analysis.report.comparison;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.analysis.verdict.Outcome;
import org.junit.jupiter.api.Test;

class ComparisonCsvTest {

    @Test
    void writesALineForEachSeriesInBaseUnits() {
        ComparisonReport report = Comparisons.report(
                ComparisonOrder.FILE,
                Comparisons.time(Outcome.REGRESSED, "a.B.c", "=1+1", 1.0, 1.25, 0.5),
                Comparisons.allocation(Outcome.UNCHANGED, "=cmd()\"x\"", "10", 24, 24));

        assertThat(ComparisonCsv.render(report)).isEqualTo("""
                        benchmark,params,mode,threads,metric,unit,verdict,base,base forks,base spread,head,head forks,head spread,ratio,ratio low,ratio high,p,smallest detectable change,forks needed,iterations needed
                        a.B.c,size==1+1,avgt,1,score,s/op,regressed,1.0,3,0.031,1.25,3,0.004,1.25,1.2,1.3,0.5,,,
                        "'=cmd()""x""\",size=10,avgt,1,gc.alloc.rate.norm,B/op,unchanged,24.0,3,4.0E-6,24.0,3,2.0E-4,1.0,1.0,1.0,,,,
                        """.replace("\n", "\r\n"));
    }
}
