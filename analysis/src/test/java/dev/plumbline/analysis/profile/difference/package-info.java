@NullMarked
package dev.plumbline.analysis.profile.difference;

import org.jspecify.annotations.NullMarked;
