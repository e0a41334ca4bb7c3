using System.Collections.Immutable;
using System.Text.Json;
using ComplianceRules.Diagnostics;
using ComplianceRules.Facts;
using ComplianceRules.Packs;

namespace ComplianceRules.Benchmarks;

/// <summary>The verb that writes the made-up county of <c>samples/county</c>.</summary>
internal static class MakeCounty
{
    private const string Usage = "usage: county --out DIR [--packs DIR] [--recipe FILE]";

    /// <summary>Runs it.</summary>
    /// <returns>0; 1 where the packs or the recipe cannot be used; 64 where the arguments are none.</returns>
    public static int Run(string[] args)
    {
        string? outFolder = null, packs = RepositoryFolder.Combine("rulepacks"), recipe = RepositoryFolder.Combine("samples/county/recipe.json");
        for (int at = 0; at < args.Length; at += 2)
        {
            if (at + 1 == args.Length) return Refuse(Usage, 64);
            if (args[at] == "--out") outFolder = args[at + 1];
            else if (args[at] == "--packs") packs = args[at + 1];
            else if (args[at] == "--recipe") recipe = args[at + 1];
            else return Refuse(Usage, 64);
        }

        if (outFolder is null) return Refuse(Usage, 64);
        try
        {
            Write(Make(packs, recipe), outFolder);
            return 0;
        }
        catch (Exception wrong) when (wrong is JsonException or InvalidDataException or IOException)
        {
            return Refuse(wrong.Message, 1);
        }
    }

    /// <summary>The files by their paths below the folder.</summary>
    /// <exception cref="InvalidDataException">The packs cannot be read, or the recipe asks for what there is not.</exception>
    public static ImmutableSortedDictionary<string, byte[]> Make(string packs, string recipeFile)
    {
        Checked<PackSet> read = PackReader.ReadDirectory(packs);
        if (!read.IsValid) throw new InvalidDataException($"`{packs}` cannot be read: {read.Diagnostics[0].Message(TextLanguage.English)}");
        CountyRecipe recipe = CountyRecipe.Read(recipeFile);
        return CountyFolder.Make(recipe, CountySchema.Of(read.Value, RegionCode.Parse(recipe.Regions[^1].Code)));
    }

    private static void Write(ImmutableSortedDictionary<string, byte[]> files, string folder)
    {
        foreach ((string path, byte[] bytes) in files)
        {
            string file = Path.Combine(folder, path);
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            File.WriteAllBytes(file, bytes);
        }
    }

    private static int Refuse(string why, int code)
    {
        Console.Error.WriteLine(why);
        return code;
    }
}
