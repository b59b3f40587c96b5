using System.Security.Cryptography;
using System.Text;
using BenchWorker.Site;
using Shouldly;
using Xunit;

namespace BenchWorker.Tests;

public sealed class ContentDigestTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(5_000)]
    [InlineData(100_000)]
    public void It_is_the_hash_of_the_bytes_however_many(int numbers)
    {
        using MemoryStream bytes = new();
        using (BinaryWriter expected = new(bytes))
        {
            expected.Write((byte)7);
            for (int i = 0; i < numbers; i++)
                expected.Write(i / 3.0);
            expected.Write(numbers);
            expected.Write(Encoding.Unicode.GetBytes(new string('n', numbers)));
        }

        string digest = ContentDigest.Of(writer =>
        {
            writer.Write((byte)7);
            for (int i = 0; i < numbers; i++)
                writer.Write(i / 3.0);
            writer.Write(new string('n', numbers));
        });

        digest.ShouldBe(Convert.ToHexStringLower(SHA256.HashData(bytes.ToArray()).AsSpan(0, 16)));
    }

    [Fact]
    public void Texts_do_not_run_into_each_other_and_halves_of_pairs_are_told_apart()
    {
        string[][] texts = [["ab", "c"], ["a", "bc"], ["abc"], ["abc", ""], ["\ud83d"], ["\ude00"], ["\ufffd"]];

        texts.Select(static each => ContentDigest.Of(writer => Array.ForEach(each, writer.Write))).ShouldBeUnique();
    }
}
