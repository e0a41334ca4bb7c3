using ComplianceRules.Engine;
using ComplianceRules.External.Tests.RealData;
using ComplianceRules.Packs;
using ComplianceRules.Spreadsheets.Tests.Samples;
using ComplianceRules.Tests;

namespace ComplianceRules.External.Tests.Spreadsheets;

/// <summary>From <c>template</c> to <c>evaluate</c> by way of a program that people use in between.</summary>
[Trait("Needs", "LibreOffice")]
public sealed class LibreOfficeTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("libreoffice");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task A_form_that_it_saved_is_judged_like_the_sample_that_was_filled_in()
    {
        string saved = await LibreOffice.Convert(await FilledForm(), "xlsx", Folder("saved"));

        Assert.Equal(await Evaluate("samples/gaoqing/snapshot.json"), await Evaluate(saved));
    }

    [Fact]
    public async Task A_form_that_went_through_its_own_format_is_judged_like_the_sample_that_was_filled_in()
    {
        string own = await LibreOffice.Convert(await FilledForm(), "ods", Folder("own"));
        string saved = await LibreOffice.Convert(own, "xlsx", Folder("saved"));

        Assert.Equal(await Evaluate("samples/gaoqing/snapshot.json"), await Evaluate(saved));
    }

    private async Task<string> FilledForm()
    {
        string form = Path.Combine(_folder.FullName, "form.xlsx");
        ExternalProcess made = await Tool.Run("template", "--packs", SmallPacks.Folder, "--region", "370322", "--out", form);
        Assert.True(made.ExitCode == 0, made.Error);
        Catalogue packs = PackChecker.Check(PackReader.ReadDirectory(SmallPacks.Path).Value).Value;
        await File.WriteAllBytesAsync(form, SampleWorkbook.Fill(await File.ReadAllBytesAsync(form), SampleDocument.Value, packs.Schema));
        return form;
    }

    private static async Task<string> Evaluate(string data)
    {
        ExternalProcess run = await Tool.Run("evaluate", data, "--packs", SmallPacks.Folder, "--format", "json");
        Assert.True(run.ExitCode == 1, run.Error);
        return run.Output;
    }

    private string Folder(string name) => _folder.CreateSubdirectory(name).FullName;
}
