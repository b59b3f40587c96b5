using System.Security.Cryptography;
using BenchWorker.Figures;
using Shouldly;
using Xunit;

namespace BenchWorker.Tests.Figures;

public sealed class ColormapTests
{
    // SHA-256 of the 768 bytes of the tables as their authors published them.
    [Theory]
    [InlineData("viridis", "18545f7c72a02f02a54f2e3f6ff9dcf357e0190ab9117a1f8fae44c6eaf179e0")]
    [InlineData("magma", "f95197e8391d18e2c1db50f2a1ab8650ab7c2a9acb781704a8156872615f002b")]
    [InlineData("cividis", "40881f40490dc08ae8b1442b52b01c7169d27124ccb4a501cd0ee290079cc1e1")]
    [InlineData("batlow", "18d3cdd9a28e436288de3da7b7282cb968c230ea0dd644ebb390ace445b8dd0d")]
    [InlineData("vik", "b70237ab5690babf6cc901ef55099f9fc08215e48cbce26ce7350d27f9e98262")]
    // The Brewer maps and autumn as matplotlib 3.6.3 has them.
    [InlineData("blues", "8cd7426282dd1ba6dd6674e855af43d958f33fff292392fbd378d8af97eb15e6")]
    [InlineData("greens", "2a20ce3ffdda1365ec2d04602063fd7d03fa7c62fe825d02dcf43a5fb238e7e7")]
    [InlineData("ylgnbu", "f431577ad48dade9fc192040652bd6a5bc3f8e3ba6d663b25b3703fa165c7179")]
    [InlineData("ylorrd", "79b12a3b88c58208b9461e8ea985b1bb6f0f7e4008a7cc8b6afaf77cb09479ee")]
    [InlineData("rdylgn", "5cf08eaed2c8e8e42f82871ef68c432e0e3db5fe86b844bdf6bd61755f85d4d6")]
    [InlineData("rdylbu", "5cf805f3e53ec55dd00c5ecc23ed87dc10084d46dce19d94d2a983f59fcb0368")]
    [InlineData("rdbu", "4bee0d8de6694b64e9beb239079e9b082b21bbdd9879e3eb49edbfe3001973ec")]
    [InlineData("puor", "e361decec4f46b4004c32a4706473d81d23d9e5bdc6930c14f81e4fe8c70a82a")]
    [InlineData("brbg", "424e735b24359c35f5822de02cb3bda4c00eedbbc50eb65d640bcbbea8a2108a")]
    [InlineData("autumn", "fe05d7bad3acff9003a656a2aff7ea3fb932a975c438482d39feada08d318b5c")]
    public void A_named_map_is_the_published_table(string name, string sha256)
    {
        byte[] table = [.. Colormap.Parse(name).Colours.SelectMany(static colour => new[] { colour.R, colour.G, colour.B })];

        Convert.ToHexStringLower(SHA256.HashData(table)).ShouldBe(sha256);
    }

    [Fact]
    public void A_map_is_found_in_any_case_and_turned_round_by_its_suffix()
    {
        Colormap map = Colormap.Parse("YlOrRd-Reversed");

        map.Name.ShouldBe("ylorrd-reversed");
        map.At(0).ShouldBe(Rgb.Parse("800026"));
        map.At(1).ShouldBe(Rgb.Parse("ffffcc"));
        map.Reversed().Name.ShouldBe("ylorrd");
    }

    [Fact]
    public void A_map_clear_of_a_ground_keeps_the_published_colours_that_are_seen_on_it()
    {
        Rgb ground = Theme.Dark.Background;

        Colormap clear = Colormap.Viridis.ClearOf(ground, 3);

        clear.Colours.ShouldAllBe(colour => LinearLight.Contrast(colour, ground) >= 3);
        clear.Colours.Except(Colormap.Viridis.Colours).ShouldBeEmpty();
        clear.At(1).ShouldBe(Colormap.Viridis.At(1));
        Colormap.Viridis.ClearOf(Rgb.Black, 22).ShouldBeSameAs(Colormap.Viridis, "no colour has such a contrast");
    }

    [Fact]
    public void An_unknown_map_is_refused_with_the_names_there_are()
    {
        string message = Should.Throw<ArgumentException>(() => Colormap.Parse("jet")).Message;

        message.ShouldContain("\"jet\"");
        foreach (string name in new[] { "viridis", "cividis", "magma", "batlow", "vik", "blues", "greens", "ylgnbu", "ylorrd", "rdylgn", "rdylbu", "rdbu", "puor", "brbg" })
            message.ShouldContain(name);
    }

    [Fact]
    public void A_list_of_colours_is_blended_in_OKLab()
    {
        Colormap map = Colormap.Parse("#ffffff, #0000ff");

        map.At(0).ShouldBe(Rgb.White);
        map.At(1).ShouldBe(Rgb.Parse("0000ff"));
        OkLab middle = OkLab.From(map.Colours[128]);
        middle.L.ShouldBe((1 + OkLab.From(Rgb.Parse("0000ff")).L) / 2, 0.01);
    }

    [Fact]
    public void The_largest_value_has_the_last_colour()
    {
        Colormap.Viridis.At(1).ShouldBe(Colormap.Viridis.Colours[255]);
        Colormap.Viridis.At(0.99999).ShouldBe(Colormap.Viridis.Colours[255]);
        Colormap.Viridis.At(0.5).ShouldBe(Colormap.Viridis.Colours[128]);
    }

    [Fact]
    public void Ink_reaches_four_and_a_half_on_every_colour_of_every_map()
    {
        foreach (string name in Colormap.Names)
        {
            foreach (Rgb colour in Colormap.Parse(name).Colours)
                LinearLight.Contrast(Ink.On(colour), colour).ShouldBeGreaterThanOrEqualTo(Ink.LeastContrast, $"{name} {colour}");
        }
    }
}
