@NullMarked
package dev.plumbline.analysis.profile;

import org.jspecify.annotations.NullMarked;
