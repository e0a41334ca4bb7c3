using System.Collections.Immutable;
using ComplianceRules.Diagnostics;
using ComplianceRules.Facts;
using ComplianceRules.Packs;

namespace ComplianceRules.Tests.Packs;

public sealed class FactSchemaComposerTests
{
    [Fact]
    public void Without_packs_there_are_the_base_tables()
    {
        (FactSchema schema, ImmutableArray<Diagnostic> problems) = Compose();

        Assert.Empty(problems);
        Assert.Equal(["class", "region", "school", "year_group"], schema.Tables.Keys);
    }

    [Fact]
    public void A_pack_adds_fields_to_a_base_table()
    {
        (FactSchema schema, ImmutableArray<Diagnostic> problems) = Compose(PackText.Facts);

        Assert.Empty(problems);
        Assert.Equal(FieldType.Bool, schema.Table("class")!.Field("bright")!.Type);
        Assert.NotNull(schema.Table("class")!.Field("grade"));
    }

    [Fact]
    public void A_pack_adds_tables_below_others_and_another_adds_fields_to_them()
    {
        (FactSchema schema, ImmutableArray<Diagnostic> problems) = Compose(
            """{ "bed": { "parent": "room", "children": "beds", "personal": true, "title": "床" }, "room": { "parent": "school", "children": "rooms" } }""",
            """{ "bed": { "title": { "zh": "铺", "en": "bed" }, "fields": { "taken": { "type": "bool" } } } }""");

        Assert.Empty(problems);
        Assert.Equal(["bed", "room", "school", "region"], schema.SelfAndAncestors("bed").Select(t => t.Name));
        TableSchema bed = schema.Table("bed")!;
        Assert.True(bed.Personal);
        Assert.Equal(new LocalText("床", "bed"), bed.Title);
        Assert.NotNull(bed.Field("taken"));
        Assert.Equal("bed", schema.List("region", "beds")!.Name);
    }

    [Fact]
    public void Options_of_two_packs_are_united_and_the_outer_title_holds()
    {
        (FactSchema schema, ImmutableArray<Diagnostic> problems) = Compose(
            """{ "school": { "fields": { "sort": { "type": "enum", "title": "类", "values": { "plain": "普通" } } } } }""",
            """{ "school": { "fields": { "sort": { "type": "enum", "title": "别", "change": { "cost": 2 }, "values": { "plain": { "zh": "普通", "en": "plain" }, "special": "特殊" } } } } }""");

        FieldSchema sort = schema.Table("school")!.Field("sort")!;
        Assert.Empty(problems);
        Assert.Equal([new FieldOption("plain", new LocalText("普通", "plain")), new FieldOption("special", new LocalText("特殊", null))], sort.Options.ToArray());
        Assert.Equal((new LocalText("类", null), 2.0), (sort.Title, sort.ChangeCost!.Value));
    }

    [Fact]
    public void Tables_and_fields_say_what_they_mean_and_the_outer_sentence_holds()
    {
        (FactSchema schema, ImmutableArray<Diagnostic> problems) = Compose(
            """{ "bed": { "parent": "school", "children": "beds", "meaning": "床位", "fields": { "taken": { "type": "bool", "meaning": "有人睡" } } } }""",
            """{ "bed": { "meaning": { "zh": "别", "en": "a bed" }, "fields": { "taken": { "type": "bool", "meaning": { "zh": "别", "en": "somebody sleeps in it" } } } } }""");

        TableSchema bed = schema.Table("bed")!;
        Assert.Empty(problems);
        Assert.Equal(new LocalText("床位", "a bed"), bed.Meaning);
        Assert.Equal(new LocalText("有人睡", "somebody sleeps in it"), bed.Field("taken")!.Meaning);
    }

    [Theory]
    [InlineData("""{ "type": "text" }""", "type")]
    [InlineData("""{ "type": "number", "unit": "h", "range": [0, 9] }""", "unit")]
    [InlineData("""{ "type": "number", "unit": "min", "range": [0, 10] }""", "range")]
    [InlineData("""{ "type": "number", "unit": "min", "range": [0, 9], "step": 1 }""", "step")]
    public void Fields_of_one_name_agree(string other, string key)
    {
        (FactSchema schema, ImmutableArray<Diagnostic> problems) = Compose(
            """{ "class": { "fields": { "f": { "type": "number", "unit": "min", "range": [0, 9] } } } }""",
            $$"""{ "class": { "fields": { "f": {{other}} } } }""");

        Diagnostic problem = Assert.Single(problems);
        Assert.Equal((DiagnosticCodes.FieldDiffers, key), (problem.Code, problem.Arguments[1]));
        Assert.Contains("0/pack.json", problem.Arguments[4], StringComparison.Ordinal);
        Assert.Contains("1/pack.json", problem.Span!.File, StringComparison.Ordinal);
        Assert.Equal("min", schema.Table("class")!.Field("f")!.Unit!.Text);
    }

    [Fact]
    public void Times_of_two_scales_do_not_agree()
    {
        (_, ImmutableArray<Diagnostic> problems) = Compose(
            """{ "class": { "fields": { "f": { "type": "time" } } } }""",
            """{ "class": { "fields": { "f": { "type": "time", "range": ["17:00", "30:00"] } } } }""");

        Assert.Equal(["class.f", "range", "17:00..30:00", "00:00..24:00"], Assert.Single(problems).Arguments.Take(4));
    }

    [Fact]
    public void A_base_field_declared_as_it_is_changes_nothing()
    {
        (FactSchema schema, ImmutableArray<Diagnostic> problems) = Compose(
            """{ "class": { "parent": "school", "fields": { "grade": { "type": "number", "unit": "1", "range": [0, 12], "step": 1, "title": "班的年级" }, "name": { "type": "text" } } } }""");

        Assert.Empty(problems);
        Assert.Equal("年级", schema.Table("class")!.Field("grade")!.Title.In(TextLanguage.Chinese));
    }

    [Fact]
    public void Sets_united_have_at_most_64_values()
    {
        (FactSchema schema, ImmutableArray<Diagnostic> problems) = Compose(Set(0, 40), Set(30, 40));

        Assert.Equal(DiagnosticCodes.TooManyEntries, Assert.Single(problems).Code);
        Assert.Equal(40, schema.Table("class")!.Field("f")!.Options.Length);
    }

    [Fact]
    public void A_schema_has_at_most_256_tables()
    {
        string tables = string.Join(',', Enumerable.Range(0, 253).Select(i => $"\"t{i}\": {{ \"parent\": \"school\", \"children\": \"l{i}\" }}"));

        (FactSchema schema, ImmutableArray<Diagnostic> problems) = Compose($"{{ {tables} }}");

        Assert.Equal(DiagnosticCodes.TooManyEntries, Assert.Single(problems).Code);
        Assert.Equal(256, schema.Tables.Count);
    }

    [Fact]
    public void Tables_in_a_circle_and_those_below_are_left_out()
    {
        (FactSchema schema, ImmutableArray<Diagnostic> problems) = Compose(
            """{ "a": { "parent": "b", "children": "as1" }, "b": { "parent": "a", "children": "bs" }, "c": { "parent": "b", "children": "cs" }, "own": { "parent": "own", "children": "owns" } }""");

        Assert.Equal(["a", "b", "own"], problems.Select(p => p.Arguments[0]));
        Assert.All(problems, p => Assert.Equal(DiagnosticCodes.TableBelowItself, p.Code));
        Assert.Equal(BaseTables.Schema.Tables.Keys, schema.Tables.Keys);
    }

    [Fact]
    public void A_misspelt_table_is_named_with_the_right_one()
    {
        (_, ImmutableArray<Diagnostic> problems) = Compose("""{ "clas": { "fields": { "f": { "type": "bool" } } } }""");

        Assert.Equal("class", Assert.Single(problems).DidYouMean);
    }

    [Fact]
    public void Counting_units_are_united()
    {
        using TempPacks packs = new TempPacks()
            .With("0/pack.json", PackText.Pack("p0", more: ", \"units\": { \"drill\": \"次\" }"))
            .With("1/pack.json", PackText.Pack("p1", more: ", \"units\": { \"drill\": { \"zh\": \"回\", \"en\": \"drills\" }, \"cup\": \"杯\" }"));

        FactSchema schema = FactSchemaComposer.Compose(PackReader.ReadDirectory(packs.Path).Value.Packs, new DiagnosticBag());

        Assert.Equal(["cup", "drill"], schema.Units.Keys);
        Assert.Equal(new LocalText("次", "drills"), schema.Units["drill"]);
    }

    private static string Set(int first, int count) =>
        $$"""{ "class": { "fields": { "f": { "type": "set", "values": { {{string.Join(',', Enumerable.Range(first, count).Select(i => $"\"v{i}\": \"值\""))}} } } } } }""";

    private static (FactSchema Schema, ImmutableArray<Diagnostic> Problems) Compose(params string[] facts)
    {
        if (facts.Length == 0) return (FactSchemaComposer.Compose([], new DiagnosticBag()), []);
        using TempPacks packs = new();
        foreach ((int i, string text) in facts.Index()) packs.With($"{i}/pack.json", PackText.Pack($"p{i}", facts: text));
        Checked<PackSet> read = PackReader.ReadDirectory(packs.Path);
        Assert.Empty(read.Diagnostics);
        DiagnosticBag problems = new();
        FactSchema schema = FactSchemaComposer.Compose(read.Value.Packs, problems);
        return (schema, problems.InFileOrder());
    }
}
