@NullMarked
package dev.plumbline.analysis.format.profile;

import org.jspecify.annotations.NullMarked;
