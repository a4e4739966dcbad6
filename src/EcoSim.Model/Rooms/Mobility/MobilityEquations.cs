namespace EcoSim.Model.Rooms.Mobility;

/// <summary>What can end a spell at an employer.</summary>
public enum Separation
{
    None,
    Retirement,
    Dismissal,
    Quit,
    Rotation,
}

/// <summary>Hazards of leaving.</summary>
public static class MobilityEquations
{
    /// <summary>Hazard of quitting: q · (1 + x·exp(−tenure/τ)) · morale, in the unit of q.</summary>
    /// <param name="settled">Hazard q of someone long there.</param>
    /// <param name="newcomer">Extra factor x on the first day.</param>
    /// <param name="tenure">Months since joining.</param>
    /// <param name="fading">Months τ over which the extra fades.</param>
    /// <param name="morale">Factor from the employer's outlook, at least 1.</param>
    public static double Quit(double settled, double newcomer, double tenure, double fading, double morale) =>
        settled * (1 + newcomer * Math.Exp(-tenure / fading)) * morale;

    /// <summary>Factor on quitting when an employer means to shrink: exp(θ · the share it wants to lose), at most <paramref name="most"/>.</summary>
    public static double Morale(double effect, double headcount, double target, double most) =>
        headcount <= target || headcount <= 0 ? 1 : Math.Min(Math.Exp(effect * (1 - target / headcount)), most);

    /// <summary>Which competing risk a height in the hazard field falls to: risks are stacked, the steadiest lowest.</summary>
    public static Separation Which(double height, double retirement, double dismissal, double quit, double rotation)
    {
        if (height < retirement)
        {
            return Separation.Retirement;
        }

        if (height < retirement + dismissal)
        {
            return Separation.Dismissal;
        }

        if (height < retirement + dismissal + quit)
        {
            return Separation.Quit;
        }

        return height < retirement + dismissal + quit + rotation ? Separation.Rotation : Separation.None;
    }

    /// <summary>Submarkets of a region: its workers over the size asked for, rounded to the nearest, at least one.</summary>
    /// <param name="workers">Workers of the region.</param>
    /// <param name="perSubmarket">Workers asked for in each.</param>
    public static int Submarkets(int workers, double perSubmarket) => Math.Max((int)Math.Round(workers / perSubmarket, MidpointRounding.AwayFromZero), 1);

    /// <summary>
    /// Chance that a seeker meets a start-up's vacancy: v / (s^ι + v^ι)^(1/ι), the matching function of den Haan, Ramey and Watson (2000).
    /// Below 1 and below vacancies per seeker, and the same for any multiple of both.
    /// </summary>
    /// <param name="vacancies">Vacancies v, at least 0.</param>
    /// <param name="seekers">Seekers s expected this month; less than one counts as one.</param>
    /// <param name="curvature">Exponent ι above 0; as it grows, the shorter side is matched in full.</param>
    public static double MatchingProbability(double vacancies, double seekers, double curvature)
    {
        if (vacancies <= 0)
        {
            return 0;
        }

        double tightness = vacancies / Math.Max(seekers, 1);
        return tightness / Math.Pow(1 + Math.Pow(tightness, curvature), 1 / curvature);
    }

    /// <summary>Chance of an anchor's offer: p · ability^selectivity.</summary>
    public static double OfferProbability(double probability, double ability, double selectivity) =>
        selectivity == 0 ? probability : probability * Math.Pow(ability, selectivity);

    /// <summary>Smoothed number of seekers: three quarters of the old figure, a quarter of the new.</summary>
    public static double SmoothSeekers(double before, double now) => 0.75 * before + 0.25 * now;
}
