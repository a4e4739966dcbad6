namespace EcoSim.Model.Rooms.Compute;

/// <summary>Prices, choice of supply, rationing and capacity.</summary>
public static class ComputeEquations
{
    /// <summary>Price after some years of a constant trend.</summary>
    /// <param name="price">Price at the start.</param>
    /// <param name="trend">Relative change a year, above −1.</param>
    /// <param name="years">Years since the start; may be negative.</param>
    public static double Trend(double price, double trend, double years) => price * Math.Pow(1 + trend, years);

    /// <summary>Price of own hardware: F·(a·2^(−years/doubling)·limit + (1 − a)·trend).</summary>
    /// <param name="price">Price F at the start.</param>
    /// <param name="accelerators">Share a of it that is accelerators, whose price-performance doubles at intervals.</param>
    /// <param name="doubling">Years in which it doubles.</param>
    /// <param name="limit">Factor on the price of accelerators under export limits.</param>
    /// <param name="trend">Price of all else over that at the start.</param>
    /// <param name="years">Years since the start.</param>
    public static double Hardware(double price, double accelerators, double doubling, double limit, double trend, double years) =>
        price * (accelerators * Math.Pow(2, -years / doubling) * limit + (1 - accelerators) * trend);

    /// <summary>The anchor's list price: what the average cloud asks, less its advantage through the cloud channel.</summary>
    public static double ListPrice(double average, double strength, double advantage, double factor) =>
        average * (1 - strength * advantage) * factor;

    /// <summary>Monthly cost of a need served by own hardware.</summary>
    /// <param name="need">Units a month, all of which cost running.</param>
    /// <param name="missing">Units a month for which hardware must be bought.</param>
    /// <param name="price">Price of hardware for a unit a month.</param>
    /// <param name="life">Months over which the price is spread.</param>
    /// <param name="running">Running cost a month over the price.</param>
    public static double OwnCost(double need, double missing, double price, double life, double running) =>
        price * (missing / life + need * running);

    /// <summary>Monthly cost of a need at a cloud, waiting counted as lost work.</summary>
    /// <param name="need">Units a month.</param>
    /// <param name="price">Price paid per unit.</param>
    /// <param name="served">Share of demand served, 0-1.</param>
    /// <param name="wages">Wages a month of people who wait for the rest.</param>
    public static double CloudCost(double need, double price, double served, double wages) => need * price * served + wages * (1 - served);

    /// <summary>Share of demand served when what is left of the capacity must do: min(1, left/demand).</summary>
    public static double Served(double demand, double left) => demand <= 0 ? 1 : Math.Clamp(left / demand, 0, 1);

    /// <summary>Capacity to order now, so that in a lag's time it covers the demand expected then.</summary>
    /// <param name="demand">Demand now.</param>
    /// <param name="growth">Expected growth of demand a month.</param>
    /// <param name="lag">Months from order to use.</param>
    /// <param name="margin">Spare share planned.</param>
    /// <param name="capacity">Capacity in use, and what is on order.</param>
    /// <param name="aging">Share of capacity that goes out of use a month.</param>
    public static double Order(double demand, double growth, int lag, double margin, double capacity, double aging) =>
        Math.Max(demand * Math.Pow(1 + growth, lag) * (1 + margin) - capacity * Math.Pow(1 - aging, lag), 0);
}
