/** Where a measurement comes from: commit, branch, pull request and environment. */
@NullMarked
package dev.plumbline.collector.provenance;

import org.jspecify.annotations.NullMarked;
