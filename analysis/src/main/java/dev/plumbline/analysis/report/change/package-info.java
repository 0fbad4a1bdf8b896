/** What a change did: the comment on a pull request and the decision of its check. */
@NullMarked
package dev.plumbline.analysis.report.change;

import org.jspecify.annotations.NullMarked;
