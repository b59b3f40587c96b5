namespace BenchWorker.Figures;

/// <summary>Lets a few of a figure's colours stand for all of them, where that cannot be seen.</summary>
internal static class ColourMerging
{
    /// <summary>No channel moves by more than this of 255; neighbouring cells that differ by less cannot be told apart without their numbers.</summary>
    public const int MaxShift = 12;

    /// <summary>Halves the set of colours along its longest channel (median cut) until there are so many groups; the middle one stands for a group.</summary>
    /// <returns>Which colour stands for which, or null where a colour would have to move too far.</returns>
    public static IReadOnlyDictionary<Rgb, Rgb>? To(int count, IReadOnlyCollection<Rgb> colours)
    {
        var groups = new PriorityQueue<Group, (int NegativeSpan, int Order)>();
        int made = 0;
        groups.Enqueue(new Group([.. colours]), (0, made++));
        while (groups.Count < count && groups.Peek().Span > 0)
        {
            foreach (Group half in groups.Dequeue().Halves())
                groups.Enqueue(half, (-half.Span, made++));
        }
        var stands = new Dictionary<Rgb, Rgb>(colours.Count);
        while (groups.TryDequeue(out Group? group, out _))
        {
            Rgb middle = group.Middle();
            foreach (Rgb colour in group.Colours)
            {
                if (Math.Abs(colour.R - middle.R) > MaxShift || Math.Abs(colour.G - middle.G) > MaxShift || Math.Abs(colour.B - middle.B) > MaxShift)
                    return null;
                stands[colour] = middle;
            }
        }
        return stands;
    }

    private sealed class Group
    {
        private readonly Func<Rgb, int> longest;

        public Group(Rgb[] colours)
        {
            Colours = colours;
            (Span, longest) = new Func<Rgb, int>[] { c => c.G, c => c.R, c => c.B }
                .Select(channel => (colours.Length == 0 ? 0 : colours.Max(channel) - colours.Min(channel), channel))
                .MaxBy(pair => pair.Item1);
        }

        public Rgb[] Colours { get; }

        public int Span { get; }

        public Group[] Halves()
        {
            Rgb[] sorted = Sorted();
            int middle = (longest(sorted[0]) + longest(sorted[^1]) + 1) / 2;
            int cut = Array.FindIndex(sorted, colour => longest(colour) >= middle);
            return [new Group(sorted[..cut]), new Group(sorted[cut..])];
        }

        /// <summary>The member nearest to the centre of the group's extent.</summary>
        public Rgb Middle()
        {
            int Centre(Func<Rgb, int> channel) => (Colours.Max(channel) + Colours.Min(channel)) / 2;
            (int r, int g, int b) = (Centre(c => c.R), Centre(c => c.G), Centre(c => c.B));
            return Sorted().MinBy(c => Math.Max(Math.Abs(c.R - r), Math.Max(Math.Abs(c.G - g), Math.Abs(c.B - b))));
        }

        private Rgb[] Sorted() => [.. Colours.OrderBy(longest).ThenBy(c => c.R).ThenBy(c => c.G).ThenBy(c => c.B)];
    }
}
