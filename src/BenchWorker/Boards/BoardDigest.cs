using System.Diagnostics;
using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Serialization;
using BenchWorker.Analysis;
using BenchWorker.Figures;
using BenchWorker.Site;

namespace BenchWorker;

/// <summary>One hash over a board's declaration and over the program that makes its pages; when it changes, the board is refreshed.</summary>
internal static class BoardDigest
{
    private static readonly byte[] Program = [.. new[] { typeof(ScoreTable), typeof(Scene), typeof(Board) }.SelectMany(static part => part.Module.ModuleVersionId.ToByteArray())];

    /// <returns>32 lower-case hexadecimal digits.</returns>
    public static string Of(Board board)
    {
        byte[] declaration = JsonSerializer.SerializeToUtf8Bytes(board, DeclarationJson.Default.Board);
        return Convert.ToHexStringLower(SHA256.HashData([.. declaration, .. Source(board.Source), .. Program]).AsSpan(0, 16));
    }

    /// <summary>The source is a closed choice, of which the board's own JSON holds only what all have in common.</summary>
    private static byte[] Source(BoardSource source) => source switch
    {
        BoardSource.Benchmark benchmark => JsonSerializer.SerializeToUtf8Bytes(benchmark, DeclarationJson.Default.Benchmark),
        BoardSource.Query query => JsonSerializer.SerializeToUtf8Bytes(query, DeclarationJson.Default.Query),
        _ => throw new UnreachableException(),
    };
}

/// <summary>Written by generated code: reflection over this many types would cost a worker that only watches several megabytes.</summary>
[JsonSourceGenerationOptions(GenerationMode = JsonSourceGenerationMode.Serialization)]
[JsonSerializable(typeof(Board))]
[JsonSerializable(typeof(BoardSource.Benchmark))]
[JsonSerializable(typeof(BoardSource.Query))]
internal sealed partial class DeclarationJson : JsonSerializerContext;
