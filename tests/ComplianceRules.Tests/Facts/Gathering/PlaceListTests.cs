using ComplianceRules.Diagnostics;
using ComplianceRules.Facts;
using FsCheck.Fluent;

namespace ComplianceRules.Tests.Facts;

public sealed class PlaceListTests
{
    [Fact]
    public void Every_place_is_found_again() =>
        FsCheck.Check.QuickThrowOnFailure(Prop.ForAll<(byte Skip, int Line, int Column, byte File)[]>(steps =>
        {
            PlaceList places = new();
            Dictionary<int, SourceSpan> model = [];
            (int row, int line, int column) = (0, 1, 1);
            foreach ((byte skip, int lineOn, int columnOn, byte file) in steps)
            {
                row = Math.Max(0, row + (skip % 5) - 1);
                line = lineOn % 3 == 0 ? line + Math.Abs(lineOn % 300) : line;
                column = Math.Abs((columnOn % 1000) + (lineOn % 2 * column));
                Enter(places, file);
                places.Put(row, line, column);
                model[row] = new SourceSpan($"{file % 2}.json", line, column) { Sheet = file % 4 == 3 ? "s" : null };
            }

            for (int at = 0; at < row + 70; at++) Assert.Equal(model.GetValueOrDefault(at), places[at]);
        }));

    [Fact]
    public void Places_of_many_rows_on_one_line_and_at_the_ends_of_numbers_are_kept()
    {
        PlaceList places = new();
        places.Enter("n.json", null);
        for (int row = 0; row < 100_000; row++) places.Put(row, 1, row * 190);
        places.Put(100_000, int.MaxValue, int.MaxValue);
        places.Put(100_001, 0, 0);
        Assert.Equal(new SourceSpan("n.json", 1, 77_777 * 190), places[77_777]);
        Assert.Equal(new SourceSpan("n.json", int.MaxValue, int.MaxValue), places[100_000]);
        Assert.Equal(new SourceSpan("n.json", 0, 0), places[100_001]);
        Assert.Null(places[100_002]);
    }

    private static void Enter(PlaceList places, byte file) => places.Enter($"{file % 2}.json", file % 4 == 3 ? "s" : null);
}
