namespace BenchWorker.Figures;

/// <summary>Places of equal bands along one axis, in groups with gaps between them. All in logical px from the start of the body.</summary>
internal sealed class BandAxis
{
    private readonly double[] starts;

    /// <param name="pitchPx">From one band to the next, the gap included.</param>
    /// <param name="gapPx">Free at the end of each band.</param>
    /// <param name="groups">Empty for one group without a title.</param>
    /// <param name="groupGapPx">Between groups.</param>
    /// <param name="headPx">Before each group that has a title.</param>
    public BandAxis(int count, double pitchPx, double gapPx, IReadOnlyList<AxisGroup> groups, double groupGapPx, double headPx = 0)
    {
        (Count, PitchPx, GapPx) = (count, pitchPx, gapPx);
        Groups = groups.Count == 0 ? [new AxisGroup(null, count)] : groups;
        starts = new double[count];
        double at = 0;
        int next = 0;
        for (int g = 0; g < Groups.Count; g++)
        {
            at += (g > 0 ? groupGapPx : 0) + (Groups[g].Title is null ? 0 : headPx);
            for (int i = 0; i < Groups[g].Count; i++, at += pitchPx)
                starts[next++] = at;
        }
        LengthPx = Math.Max(0, at - (count > 0 ? gapPx : 0));
    }

    public int Count { get; }

    public double PitchPx { get; }

    public double GapPx { get; }

    /// <summary>Width or height of a cell.</summary>
    public double BandPx => PitchPx - GapPx;

    public IReadOnlyList<AxisGroup> Groups { get; }

    /// <summary>From the first band's start to the last one's end.</summary>
    public double LengthPx { get; }

    public double Start(int band) => starts[band];

    public double Centre(int band) => starts[band] + (BandPx / 2);
}
