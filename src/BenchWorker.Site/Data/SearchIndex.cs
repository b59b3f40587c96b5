using System.Text.Json;

namespace BenchWorker.Site;

/// <summary>Names and addresses of all boards and models, as a script: a page opened from a folder may load one. Pages load it when a reader
/// begins to search. Its name does not tell its content, so that a new board does not change every page.</summary>
internal static class SearchIndex
{
    public static SiteFile Write(IReadOnlyList<BoardEntry> boards, IReadOnlyList<ModelPlaces> models)
    {
        using MemoryStream bytes = new();
        bytes.Write("benchworker.search("u8);
        using (Utf8JsonWriter json = new(bytes))
        {
            json.WriteStartArray();
            foreach (BoardEntry board in boards)
                Write(json, board.Title, SitePaths.BoardPage(board.Slug), "board");
            foreach (ModelPlaces model in models)
                Write(json, model.Name, SitePaths.ModelPage(model.Name), "model");
            json.WriteEndArray();
        }

        bytes.Write(");\n"u8);
        return SiteFile.Of(SitePaths.Search, bytes.ToArray());
    }

    private static void Write(Utf8JsonWriter json, string name, string path, string kind)
    {
        json.WriteStartArray();
        json.WriteStringValue(EscapedText.VisibleLines(ShownName.Of(name)));
        json.WriteStringValue(path);
        json.WriteStringValue(kind);
        json.WriteEndArray();
    }
}
