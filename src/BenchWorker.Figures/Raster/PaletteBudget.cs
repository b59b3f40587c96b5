namespace BenchWorker.Figures;

/// <summary>A way to make a scene's colours fit in a palette.</summary>
/// <param name="Fills">How many fills are kept apart; null: all.</param>
/// <param name="Steps">In how many steps edges of text and lines mix with what lies under them.</param>
/// <param name="InRows">Whether a ground's mixtures stand in a row, which compresses far better and needs more room.</param>
internal readonly record struct PaletteBudget(int? Fills, int Steps, bool InRows)
{
    /// <summary>Entries to spare for inks and for mixtures that stand in no row.</summary>
    private const int Spare = 12;

    /// <summary>Tried in this order; text in fewer than 6 steps looks ragged.</summary>
    public static IReadOnlyList<PaletteBudget> All { get; } =
    [
        new(null, 16, true), new(null, 8, true), new(192, 8, true), new(128, 8, true), new(28, 8, true),
        new(null, 6, false), new(64, 6, false), new(48, 6, false), new(32, 6, false),
    ];

    /// <returns>Which fill stands for which by this budget, or null where one would have to move too far or the budget before this one did the same.</returns>
    public IReadOnlyDictionary<Rgb, Rgb>? Stands(SceneColours scene) => Fills is not { } kept ? new Dictionary<Rgb, Rgb>()
        : kept < scene.Fills.Count ? ColourMerging.To(kept, scene.Fills)
        : null;

    /// <returns>Inks by this budget, or null where the scene's colours cannot be made to fit.</returns>
    public PaletteInks? For(SceneColours scene)
    {
        if (Stands(scene) is not { } stands)
            return null;
        Rgb Shown(Rgb colour) => stands.TryGetValue(colour, out Rgb other) ? other : colour;
        HashSet<Rgb> grounds = InRows ? [.. scene.Grounds.Select(Shown)] : [];
        int plain = scene.Fills.Select(Shown).Where(colour => !grounds.Contains(colour)).Distinct().Count();
        if ((grounds.Count * Steps) + plain + Spare > 256)
            return null;
        var inks = new PaletteInks(Steps, stands, grounds);
        // Without rows mixtures take whatever room there is; what is drawn in full has its entry before them.
        foreach (Rgb colour in InRows ? [] : scene.Fills.Concat(scene.Inks))
            inks.Opaque(colour);
        return inks;
    }
}
