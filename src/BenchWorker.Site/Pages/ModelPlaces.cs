namespace BenchWorker.Site;

/// <summary>One model and where it stands on every board that ranks models.</summary>
internal sealed record ModelPlaces(string Name, IReadOnlyList<(BoardEntry Board, Place Place)> Places)
{
    public const string Entity = "model";

    public static bool Same(ModelPlaces one, ModelPlaces other) =>
        one.Name == other.Name && one.Places.Count == other.Places.Count && one.Places.Zip(other.Places, Same).All(static same => same);

    public static bool Same((BoardEntry Board, Place Place) one, (BoardEntry Board, Place Place) other) => ReferenceEquals(one.Board, other.Board) && ReferenceEquals(one.Place, other.Place);

    /// <summary>In ordinal order of name.</summary>
    public static IReadOnlyList<ModelPlaces> Of(IReadOnlyList<BoardEntry> boards) =>
    [
        .. boards.Where(static board => board.Entity == Entity)
            .SelectMany(static board => board.Places.Select(place => (Board: board, Place: place)))
            .GroupBy(static pair => pair.Place.Entity, StringComparer.Ordinal)
            .OrderBy(static group => group.Key, StringComparer.Ordinal)
            .Select(static group => new ModelPlaces(group.Key, [.. group])),
    ];
}
