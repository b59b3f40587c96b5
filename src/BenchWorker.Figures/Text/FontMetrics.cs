namespace BenchWorker.Figures;

/// <summary>Heights of a font above and below the baseline, in em; all positive.</summary>
/// <param name="CapHeightEm">Height of an upright capital, which is that of digits too.</param>
/// <param name="XHeightEm">Height of a small letter without ascender.</param>
public readonly record struct FontMetrics(double AscentEm, double DescentEm, double CapHeightEm, double XHeightEm);
